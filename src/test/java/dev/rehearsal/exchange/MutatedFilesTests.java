package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.rehearsal.bank.ArchiveReading;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackArchive;
import dev.rehearsal.bank.PackDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Whatever becomes of a file, it is read or refused with a sentence. */
class MutatedFilesTests {

	/** For each format; {@code rehearsal.mutations} asks for more. */
	private static final int ROUNDS = Integer.getInteger("rehearsal.mutations", 100);

	private static final String[] PIECES = { "{", "}", "=", "~", "#", "->", "::", "%50%", "\\", "\n\n", "\"", ",", "'",
			"<", ">", "</", "/>", "&", "&amp;", "<![CDATA[", "]]>", "<p>", "<table><tr><td>", "`", "**", "[x](y)", "0",
			"-1", "99999999999", "\0", "\uFFFE", "\uD83D\uDE00", "identifier=\"\"", "case-study", "$CATEGORY:", "//",
			"<br>", "<ul><li>", "|---|", "(", "\t", "####", "**Rationales**\n\n1. " };

	@ParameterizedTest
	@EnumSource(value = Format.class, names = { "GIFT", "MOODLE_XML", "CSV", "QTI_2_2", "QTI_3_0" })
	void aMutatedFileIsReadOrRefused(Format format) {
		Random random = new Random(20261126);
		byte[] sound = Exchange.write(few(), format).bytes();
		for (int round = 0; round < ROUNDS; round++) {
			byte[] mutated = PackArchive.isArchive(sound) ? mutatedPackage(sound, random) : mutated(sound, random);
			Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(20),
					() -> Exchange.read("mutated", mutated));
			switch (reading) {
				case Reading.Converted converted -> assertThat(converted.pack().items()).isNotEmpty();
				case Reading.Refused refused -> assertThat(refused.sentence()).isNotBlank();
				case Reading.Faulty faulty -> assertThat(faulty.problems().problems()).isNotEmpty();
			}
		}
	}

	/** A few of each type and a case study. */
	private static Pack few() {
		Pack pack = Compare.shipped();
		List<Pack.Item> items = pack.items()
			.stream()
			.filter((item) -> item.caseStudy() == null || item.caseStudy().id().equals("card-risk-rollout-case"))
			.filter((item) -> item.caseStudy() != null || Math.floorMod(item.id().hashCode(), 40) == 0)
			.map((item) -> new Pack.Item(item.id(), item.domain(), item.task(), item.topic(), item.difficulty(),
					item.level(), List.of(), item.caseStudy(), item.casePosition(), item.content()))
			.toList();
		PackDefinition all = pack.definition();
		return new Pack(new PackDefinition(all.id(), all.title(), all.version(), all.licence(), all.description(),
				all.provenance(), all.domains(), all.blueprints().subList(0, 2), all.targets()), items);
	}

	private static byte[] mutatedPackage(byte[] sound, Random random) {
		if (random.nextInt(5) == 0) {
			return mutated(sound, random);
		}
		SortedMap<String, byte[]> files = new TreeMap<>(((ArchiveReading.Files) PackArchive.read(sound)).files());
		List<String> paths = List.copyOf(files.keySet());
		for (int i = 0; i < 3; i++) {
			String path = random.nextInt(3) == 0 ? "imsmanifest.xml" : paths.get(random.nextInt(paths.size()));
			if (random.nextInt(10) == 0) {
				files.remove(path);
			}
			else {
				files.computeIfPresent(path, (name, content) -> mutated(content, random));
			}
		}
		return PackArchive.write(files);
	}

	private static byte[] mutated(byte[] bytes, Random random) {
		byte[] mutated = bytes;
		int times = 1 + random.nextInt(4);
		for (int i = 0; i < times && mutated.length > 2; i++) {
			int at = random.nextInt(mutated.length);
			int to = Math.min(mutated.length, at + random.nextInt(200));
			byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
			mutated = switch (random.nextInt(6)) {
				case 0 -> join(mutated, at, piece, at);
				case 1 -> join(mutated, at, new byte[0], to);
				case 2 -> join(mutated, at, Arrays.copyOfRange(mutated, at, to), at);
				case 3 -> join(mutated, at, piece, Math.min(mutated.length, at + piece.length));
				case 4 -> join(mutated, at, new byte[] { (byte) random.nextInt(256) }, at + 1);
				default -> random.nextInt(4) == 0 ? Arrays.copyOf(mutated, at) : join(mutated, at, piece, at);
			};
		}
		return mutated;
	}

	private static byte[] join(byte[] bytes, int at, byte[] piece, int from) {
		byte[] joined = new byte[at + piece.length + bytes.length - from];
		System.arraycopy(bytes, 0, joined, 0, at);
		System.arraycopy(piece, 0, joined, at, piece.length);
		System.arraycopy(bytes, from, joined, at + piece.length, bytes.length - from);
		return joined;
	}

}
