package dev.rehearsal.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes packs of any size by a seed: what a seed gives once it gives always. */
final class PackGenerator {

	private static final int ITEMS_IN_A_FILE = 100;

	/** A case study begins at every so manieth item. */
	private static final int CASE_STUDY = 50;

	private static final int ITEMS_OF_A_CASE_STUDY = 4;

	private static final String[] WORDS = ("a model that learns from labelled records needs features which stay the same "
			+ "between training and serving so the team stores them once reads them at low latency and keeps every "
			+ "version with its time of creation while costs are bounded by quotas and alarms tell whoever is on call "
			+ "about drift bias latency errors retries throttling encryption keys roles networks and endpoints")
		.split(" ");

	private final Random random;

	PackGenerator(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Writes a pack.
	 * @param folder empty
	 * @param items how many
	 * @return how many bytes
	 */
	long write(Path folder, int items) throws IOException {
		Files.createDirectories(folder.resolve("items"));
		Path definition = folder.resolve("pack.yaml");
		Files.writeString(definition, """
				pack: benchmark-%d
				title: Benchmark
				version: 1.0.0
				domains:
				  - id: data
				    title: Data
				blueprints:
				  - id: exam
				    title: Exam
				    items: 65
				    minutes: 130
				    weights:
				      data: 100
				""".formatted(items));
		long bytes = Files.size(definition);
		for (int first = 0; first < items; first += ITEMS_IN_A_FILE) {
			Path file = folder.resolve("items").resolve("%06d.yaml".formatted(first));
			try (BufferedWriter out = Files.newBufferedWriter(file)) {
				out.write("items:\n");
				int end = Math.min(items, first + ITEMS_IN_A_FILE);
				for (int item = first; item < end;) {
					item = (item % CASE_STUDY == 0 && item + ITEMS_OF_A_CASE_STUDY <= end) ? caseStudy(out, item)
							: item(out, item, "  ");
				}
			}
			bytes += Files.size(file);
		}
		return bytes;
	}

	private int caseStudy(BufferedWriter out, int first) throws IOException {
		out.write("  - id: case-%d\n    type: case-study\n    title: Case %d\n    scenario: >-\n      %s\n    items:\n"
			.formatted(first, first, text(200)));
		for (int item = first; item < first + ITEMS_OF_A_CASE_STUDY; item++) {
			item(out, item, "      ");
		}
		return first + ITEMS_OF_A_CASE_STUDY;
	}

	private int item(BufferedWriter out, int item, String indent) throws IOException {
		boolean several = this.random.nextInt(5) == 0;
		StringBuilder text = new StringBuilder();
		text.append("- id: item-%06d\n  type: %s\n  domain: data\n  topic: topic-%d\n  difficulty: medium\n"
			.formatted(item, several ? "multi-response" : "multiple-choice", item / 30));
		text.append("  stem: >-\n    ").append(text(60)).append("\n  options:\n");
		int key = this.random.nextInt(4);
		for (int option = 0; option < 4; option++) {
			text.append("    - text: >-\n        %d %s\n".formatted(option, text(12)));
			if (option == key || (several && option == (key + 1) % 4)) {
				text.append("      key: true\n");
			}
			text.append("      rationale: >-\n        ").append(text(35)).append('\n');
		}
		text.append("  references:\n    - https://docs.example.com/").append(item).append('\n');
		out.write(text.toString().indent(indent.length()));
		return item + 1;
	}

	private String text(int words) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < words; i++) {
			text.append(i == 0 ? "" : " ").append(WORDS[this.random.nextInt(WORDS.length)]);
		}
		return text.toString();
	}

}
