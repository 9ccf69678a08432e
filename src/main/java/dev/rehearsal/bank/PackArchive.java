package dev.rehearsal.bank;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Reads zip archives of strangers in memory: nothing is written to disk, archives inside
 * are not opened, and every bound is held against what really comes out, whatever the
 * archive says of itself.
 */
public final class PackArchive {

	static final int MOST_ENTRIES = 10_000;

	static final long LARGEST_ENTRY = 32L << 20;

	static final long MOST_BYTES = 256L << 20;

	/** Deflate makes at most 1:1032 of anything; text of people stays below 1:30. */
	static final int HIGHEST_RATIO = 200;

	private static final int RATIO_MATTERS_FROM = 1 << 20;

	private static final int LONGEST_PATH = 400;

	private static final int END_RECORD = 22;

	private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

	private final SortedMap<String, byte[]> files = new TreeMap<>();

	private final Set<String> paths = new HashSet<>();

	private long total;

	private PackArchive() {
	}

	/**
	 * Reads an archive.
	 * @param bytes a zip archive
	 * @return its files, or why it is refused
	 */
	public static ArchiveReading read(byte[] bytes) {
		try {
			PackArchive archive = new PackArchive();
			archive.unpack(bytes);
			return new ArchiveReading.Files(Collections.unmodifiableSortedMap(archive.files));
		}
		catch (RefusedException ex) {
			return new ArchiveReading.Refused(ex.reason, ex.sentence);
		}
		// The library throws many kinds of exceptions at damaged archives.
		catch (IOException | RuntimeException ex) {
			return new ArchiveReading.Refused(ArchiveReading.Reason.DAMAGED,
					"this zip archive is damaged: pack it again and check that it was transferred completely");
		}
	}

	/**
	 * Whether bytes claim to be a zip archive.
	 * @param bytes any
	 */
	public static boolean isArchive(byte[] bytes) {
		return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K'
				&& ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
	}

	/**
	 * Packs files: the same files make the same bytes.
	 * @param files by path, {@code /} between folders
	 * @return a zip archive
	 */
	public static byte[] write(SortedMap<String, byte[]> files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				ZipEntry entry = new ZipEntry(file.getKey());
				entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
				zip.putNextEntry(entry);
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private void unpack(byte[] bytes) throws IOException {
		// Before anything is built of the entries.
		if (entries(bytes) > MOST_ENTRIES) {
			throw tooMany();
		}
		try (ZipFile zip = ZipFile.builder()
			.setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
			.setIgnoreLocalFileHeader(false)
			.get()) {
			List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
			if (entries.size() > MOST_ENTRIES) {
				throw tooMany();
			}
			for (ZipArchiveEntry entry : entries) {
				check(zip, entry);
			}
			for (ZipArchiveEntry entry : entries) {
				if (!entry.isDirectory()) {
					this.files.put(entry.getName(), unpack(zip, entry));
				}
			}
		}
	}

	/**
	 * How many entries the archive says that it has; what it really has is counted again
	 * later.
	 */
	private static int entries(byte[] bytes) {
		for (int at = bytes.length - END_RECORD; at >= Math.max(0, bytes.length - END_RECORD - 0xFFFF); at--) {
			if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
				return (bytes[at + 10] & 0xFF) | (bytes[at + 11] & 0xFF) << 8;
			}
		}
		throw new RefusedException(ArchiveReading.Reason.DAMAGED,
				"this zip archive breaks off before its end, or it is none: pack it again and check that it was transferred completely");
	}

	private static RefusedException tooMany() {
		return new RefusedException(ArchiveReading.Reason.TOO_MANY,
				"this archive has more than %,d entries: leave out what does not belong to the pack, or divide it"
					.formatted(MOST_ENTRIES));
	}

	private void check(ZipFile zip, ZipArchiveEntry entry) {
		String path = entry.getName();
		// The library turns backslashes around in names from some systems.
		if (!isPath(path) || new String(entry.getRawName(), StandardCharsets.ISO_8859_1).indexOf('\\') >= 0) {
			throw new RefusedException(ArchiveReading.Reason.PATH,
					"the archive names a file %s, and paths must stay inside the archive: pack the folder again"
						.formatted(Words.quote(path)));
		}
		int kind = entry.getUnixMode() & 0170000;
		if (kind != 0 && kind != 0100000 && kind != 0040000) {
			throw new RefusedException(ArchiveReading.Reason.LINK,
					"%s is a link or a device in this archive: put the file itself there".formatted(Words.quote(path)));
		}
		if (!this.paths.add(path.toLowerCase(Locale.ROOT))) {
			throw new RefusedException(ArchiveReading.Reason.DUPLICATE,
					"the archive has %s twice: keep one of the two".formatted(Words.quote(path)));
		}
		if (entry.getGeneralPurposeBit().usesEncryption()) {
			throw new RefusedException(ArchiveReading.Reason.ENCRYPTED,
					"%s is encrypted: pack the archive without a password".formatted(Words.quote(path)));
		}
		if (!zip.canReadEntryData(entry)) {
			throw new RefusedException(ArchiveReading.Reason.METHOD,
					"%s is packed by a method that is not read here: pack the archive with the usual one, deflate"
						.formatted(Words.quote(path)));
		}
	}

	private static boolean isPath(String path) {
		return !path.isEmpty() && path.length() <= LONGEST_PATH && !path.startsWith("/") && path.indexOf('\\') < 0
				&& path.chars().noneMatch(Character::isISOControl) && !DRIVE.matcher(path).matches()
				&& Stream.of(path.split("/")).noneMatch((part) -> part.equals("..") || part.equals("."));
	}

	private byte[] unpack(ZipFile zip, ZipArchiveEntry entry) throws IOException {
		String path = Words.quote(entry.getName());
		long most = Math.min(LARGEST_ENTRY, MOST_BYTES - this.total);
		long packed = Math.max(1, entry.getCompressedSize());
		long bound = Math.max(RATIO_MATTERS_FROM, packed * HIGHEST_RATIO);
		byte[] content;
		try (InputStream in = zip.getInputStream(entry)) {
			content = in.readNBytes((int) Math.min(most, bound) + 1);
		}
		if (content.length > bound) {
			throw new RefusedException(ArchiveReading.Reason.RATIO,
					"%s unpacks to more than %d times its size, as no text does: leave it out".formatted(path,
							HIGHEST_RATIO));
		}
		if (content.length > most) {
			throw new RefusedException(ArchiveReading.Reason.TOO_LARGE,
					"up to %s the archive unpacks to more than %d MiB, or this file alone to more than %d MiB: divide it"
						.formatted(path, MOST_BYTES >> 20, LARGEST_ENTRY >> 20));
		}
		CRC32 checksum = new CRC32();
		checksum.update(content);
		if (content.length != entry.getSize() || checksum.getValue() != entry.getCrc()) {
			throw new RefusedException(ArchiveReading.Reason.DAMAGED,
					"%s is damaged in this archive: pack it again".formatted(path));
		}
		this.total += content.length;
		return content;
	}

	private static final class RefusedException extends RuntimeException {

		private final ArchiveReading.Reason reason;

		private final String sentence;

		RefusedException(ArchiveReading.Reason reason, String sentence) {
			super(sentence);
			this.reason = reason;
			this.sentence = sentence;
		}

	}

}
