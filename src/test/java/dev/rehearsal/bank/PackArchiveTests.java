package dev.rehearsal.bank;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.rehearsal.bank.ArchiveReading.Reason;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PackArchiveTests {

	private static final byte[] TEXT = "items: []".getBytes(StandardCharsets.UTF_8);

	@Test
	void aSoundArchiveComesOutAsItWentIn() {
		TreeMap<String, byte[]> files = new TreeMap<>(Map.of("a/pack.yaml", TEXT, "b.yaml", new byte[0]));
		ArchiveReading reading = PackArchive.read(PackArchive.write(files));
		assertThat(reading).isInstanceOfSatisfying(ArchiveReading.Files.class, (it) -> {
			assertThat(it.files().keySet()).isEqualTo(files.keySet());
			assertThat(it.files().get("a/pack.yaml")).isEqualTo(TEXT);
		});
		assertThat(PackArchive.write(files)).isEqualTo(PackArchive.write(files));
	}

	@Test
	void archivesInsideStayClosed() throws IOException {
		byte[] inner = zip("pack.yaml", TEXT);
		assertThat(PackArchive.read(zip("inner.zip", inner))).isInstanceOfSatisfying(ArchiveReading.Files.class,
				(it) -> assertThat(it.files().get("inner.zip")).isEqualTo(inner));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../pack.yaml", "a/../../pack.yaml", "/etc/passwd", "C:/pack.yaml", "a\\pack.yaml",
			"..\\pack.yaml", "a\0.yaml", "./pack.yaml", "a\n.yaml" })
	void pathsThatLeadOutAreRefused(String path) throws IOException {
		refused(zip(path, TEXT), Reason.PATH);
	}

	@Test
	void linksAreRefused() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
			ZipArchiveEntry link = new ZipArchiveEntry("pack.yaml");
			link.setUnixMode(0120777);
			zip.putArchiveEntry(link);
			zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
			zip.closeArchiveEntry();
		}
		refused(bytes.toByteArray(), Reason.LINK);
	}

	@Test
	void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
		refused(zip("pack.yaml", new byte[64 << 20]), Reason.RATIO);
	}

	@Test
	void aHundredThousandEntriesAreRefused() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (int i = 0; i < 100_000; i++) {
				zip.putNextEntry(new ZipEntry(i + ".yaml"));
				zip.closeEntry();
			}
		}
		refused(bytes.toByteArray(), Reason.TOO_MANY);
		// What the archive says of itself is not believed.
		byte[] lying = bytes.toByteArray();
		int end = lying.length - 22;
		lying[end + 10] = 1;
		lying[end + 11] = 0;
		assertThat(PackArchive.read(lying)).isInstanceOf(ArchiveReading.Refused.class);
	}

	@Test
	void twoEntriesOfOneNameAreRefused() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
			for (String name : new String[] { "pack.yaml", "PACK.yaml" }) {
				zip.putArchiveEntry(new ZipArchiveEntry(name));
				zip.write(TEXT);
				zip.closeArchiveEntry();
			}
		}
		refused(bytes.toByteArray(), Reason.DUPLICATE);
	}

	@Test
	void encryptedEntriesAreRefused() throws IOException {
		byte[] bytes = zip("pack.yaml", TEXT);
		for (int i = 0; i < bytes.length - 10; i++) {
			if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
				bytes[i + 8] |= 1;
			}
			if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4) {
				bytes[i + 6] |= 1;
			}
		}
		refused(bytes, Reason.ENCRYPTED);
	}

	@Test
	void archivesThatBreakOffAreRefusedWhereverTheyDo() throws IOException {
		byte[] bytes = zip("pack.yaml", TEXT);
		for (int length = 0; length < bytes.length; length++) {
			refused(Arrays.copyOf(bytes, length), Reason.DAMAGED);
		}
	}

	@Test
	void aChecksumThatDoesNotFitIsRefused() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
			ZipArchiveEntry entry = new ZipArchiveEntry("pack.yaml");
			zip.setMethod(ZipEntry.STORED);
			entry.setSize(TEXT.length);
			java.util.zip.CRC32 checksum = new java.util.zip.CRC32();
			checksum.update(TEXT);
			entry.setCrc(checksum.getValue());
			zip.putArchiveEntry(entry);
			zip.write(TEXT);
			zip.closeArchiveEntry();
		}
		String text = out.toString(StandardCharsets.ISO_8859_1);
		refused(text.replace("items: []", "items: {}").getBytes(StandardCharsets.ISO_8859_1), Reason.DAMAGED);
	}

	private static void refused(byte[] bytes, Reason reason) {
		assertThat(PackArchive.read(bytes)).isInstanceOfSatisfying(ArchiveReading.Refused.class, (it) -> {
			assertThat(it.reason()).as(it.sentence()).isEqualTo(reason);
			assertThat(it.sentence()).contains(": ");
		});
	}

	private static byte[] zip(String name, byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry(name));
			zip.write(content);
			zip.closeEntry();
		}
		return bytes.toByteArray();
	}

}
