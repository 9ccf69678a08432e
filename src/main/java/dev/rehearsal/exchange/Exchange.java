package dev.rehearsal.exchange;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.rehearsal.bank.ArchiveReading;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackArchive;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes packs in other formats. Nothing is written to disk or fetched, and
 * every file is read or refused with a sentence, whatever it holds.
 */
public final class Exchange {

	private Exchange() {
	}

	/**
	 * Reads a file whose format its content tells.
	 * @param file its name, for sentences and for what else has no name
	 * @param bytes its content
	 * @return a pack and what could not be taken over, or why nothing was
	 */
	public static Reading read(String file, byte[] bytes) {
		return read(file, bytes, null);
	}

	/**
	 * Reads a file in a known format.
	 * @param file its name, for sentences and for what else has no name
	 * @param bytes its content
	 * @param format its format, or null if its content tells
	 * @return a pack and what could not be taken over, or why nothing was
	 */
	public static Reading read(String file, byte[] bytes, @Nullable Format format) {
		if (format != null && !format.isReadable()) {
			return new Reading.Refused(Refusal.NOT_READABLE,
					"packs are written as %s and not read from it: choose another format".formatted(format.code()));
		}
		try {
			SortedMap<String, byte[]> files = files(file, bytes);
			Source source = Source.find(file, files, format);
			Losses losses = new Losses();
			if (source.format() == Format.GIFT || source.format() == Format.CSV
					|| source.format() == Format.MOODLE_XML) {
				files.keySet()
					.stream()
					.filter((path) -> !path.equals(source.file()))
					.forEach((path) -> losses.part(new Spot(path, 0, ""),
							"this file is left out: of an archive with several, the first is read"));
			}
			return switch (source.format()) {
				case YAML -> yaml(file, files);
				case CSV ->
					Assembly.assemble(source.format(), CsvReader.read(source.file(), source.bytes(), losses), losses);
				case GIFT ->
					Assembly.assemble(source.format(), GiftReader.read(source.file(), source.bytes(), losses), losses);
				case MOODLE_XML -> Assembly.assemble(source.format(),
						MoodleReader.read(source.file(), source.bytes(), losses), losses);
				case QTI_2_2, QTI_3_0 ->
					Assembly.assemble(source.format(), QtiReader.read(file, source.file(), files, losses), losses);
				case ANKI -> throw new IllegalStateException("Anki's format is not read");
			};
		}
		catch (RefusedException ex) {
			return ex.toReading();
		}
	}

	private static SortedMap<String, byte[]> files(String file, byte[] bytes) {
		if (!PackArchive.isArchive(bytes)) {
			return new TreeMap<>(Map.of(file, bytes));
		}
		return switch (PackArchive.read(bytes)) {
			case ArchiveReading.Files(SortedMap<String, byte[]> files) -> files;
			case ArchiveReading.Refused refused ->
				throw new RefusedException(Refusal.ARCHIVE, file + ": " + refused.sentence());
		};
	}

	private static Reading yaml(String file, SortedMap<String, byte[]> files) {
		return switch (PackReader.read(file, files)) {
			case PackReading.Sound(Pack pack) ->
				new Reading.Converted(Format.YAML, pack, Pictures.files(pack), List.of());
			case PackReading.Broken broken -> new Reading.Faulty(broken);
		};
	}

	/**
	 * Writes a pack.
	 * @param pack read without problems
	 * @param format the format to write
	 * @return the file and what the format cannot say
	 */
	public static Written write(Pack pack, Format format) {
		Losses losses = new Losses();
		byte[] bytes = switch (format) {
			case YAML -> archive(pack);
			case MOODLE_XML -> MoodleWriter.write(pack, losses);
			case QTI_2_2 -> QtiWriter.write(pack, QtiDialect.V2, losses);
			case QTI_3_0 -> QtiWriter.write(pack, QtiDialect.V3, losses);
			case CSV -> CsvWriter.write(Pictures.described(pack, losses), losses);
			case GIFT -> GiftWriter.write(Pictures.described(pack, losses), losses);
			case ANKI -> AnkiWriter.write(Pictures.described(pack, losses), losses);
		};
		return new Written(format.fileName(pack.definition().id()), bytes, losses.list());
	}

	private static byte[] archive(Pack pack) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		Pictures.files(pack).forEach((path, bytes) -> files.put(pack.definition().id() + "/" + path, bytes));
		return PackArchive.write(files);
	}

}
