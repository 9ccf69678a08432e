package dev.rehearsal.bank;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Thousands of packs that are nearly sound. Each ends as a pack or as problems, and soon.
 */
class MutatedPackTests {

	private static final int PACKS = 5 * Integer.getInteger("rehearsal.mutations", 100);

	private static final String HOSTILE = "{}[],:#&*!|>'\"%@`-?~\t\n\r \0\u007f\uFEFF\u2028é😀<01";

	@Test
	void everyMutantEndsAsAPackOrAsProblems(@TempDir Path folder) {
		PackFolder pack = new PackFolder(folder);
		int[] sound = { 0 };
		for (int seed = 0; seed < PACKS; seed++) {
			Random random = new Random(seed);
			String file = PackFolder.FILES.get(random.nextInt(PackFolder.FILES.size()));
			byte[] mutant = PackFolder.original(file).getBytes(StandardCharsets.UTF_8);
			for (int i = 0; i <= random.nextInt(3); i++) {
				mutant = mutate(mutant, random);
			}
			pack.write(file, mutant);
			assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
				switch (pack.read()) {
					case PackReading.Sound it -> {
						assertThat(it.pack().items()).isNotEmpty();
						sound[0]++;
					}
					case PackReading.Broken broken ->
						assertThat(broken.problems()).isNotEmpty().allSatisfy(MutatedPackTests::isForPeople);
				}
			}, "seed " + seed);
			pack.write(file, PackFolder.original(file));
		}
		assertThat(sound[0]).as("sound ones among them").isBetween(PACKS / 20, PACKS / 2);
	}

	private static void isForPeople(Problem problem) {
		assertThat(problem.line()).isPositive();
		assertThat(problem.column()).isPositive();
		assertThat(problem.sentence()).hasSizeBetween(20, 500)
			.doesNotContain("\n", "Exception", "null ", "org.", "regex")
			.matches("\\P{Cntrl}*");
	}

	private static byte[] mutate(byte[] bytes, Random random) {
		int at = random.nextInt(bytes.length + 1);
		return switch (random.nextInt(8)) {
			case 0 -> flip(bytes, random);
			case 1 -> Arrays.copyOf(bytes, at);
			case 2 -> insert(bytes, at, HOSTILE.codePoints().skip(random.nextInt(20)).findFirst().orElseThrow());
			case 3 -> insert(bytes, at, HOSTILE.codePointAt(
					HOSTILE.offsetByCodePoints(0, random.nextInt(HOSTILE.codePointCount(0, HOSTILE.length())))));
			default -> lines(bytes, random);
		};
	}

	private static byte[] flip(byte[] bytes, Random random) {
		byte[] flipped = bytes.clone();
		if (flipped.length > 0) {
			flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
		}
		return flipped;
	}

	private static byte[] insert(byte[] bytes, int at, int character) {
		byte[] inserted = Character.toString(character).getBytes(StandardCharsets.UTF_8);
		byte[] all = Arrays.copyOf(bytes, bytes.length + inserted.length);
		System.arraycopy(bytes, at, all, at + inserted.length, bytes.length - at);
		System.arraycopy(inserted, 0, all, at, inserted.length);
		return all;
	}

	private static byte[] lines(byte[] bytes, Random random) {
		List<String> lines = new ArrayList<>(new String(bytes, StandardCharsets.UTF_8).lines().toList());
		if (lines.size() < 2) {
			return bytes;
		}
		int one = random.nextInt(lines.size());
		int other = random.nextInt(lines.size());
		switch (random.nextInt(5)) {
			case 0 -> lines.remove(one);
			case 1 -> lines.add(other, lines.get(one));
			case 2 -> Collections.swap(lines, one, other);
			case 3 -> lines.set(one, " ".repeat(random.nextInt(12)) + lines.get(one).strip());
			default -> lines.subList(Math.min(one, other), Math.max(one, other)).clear();
		}
		return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
	}

}
