package dev.rehearsal.bank;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PackStructureTests {

	private PackFolder pack;

	@BeforeEach
	void aSoundPack(@TempDir Path folder) {
		this.pack = new PackFolder(folder);
	}

	private void expect(String... problems) {
		assertThat(this.pack.problems()).containsExactly(problems);
	}

	@Test
	void anUnknownKeyNamesTheNearestAndTheKnownOnes() {
		this.pack.replace("items.yaml", "      - text: Green\n", "      - text: Green\n        rational: Why\n");
		expect("items.yaml:12:9: the key `rational` is not known here; did you mean `rationale`?"
				+ " Known are: `id`, `text`, `key`, `rationale`");
	}

	@Test
	void aMistypedKeyOfAnItemIsMissingAndUnknown() {
		this.pack.replace("items.yaml", "    stem: Which colour", "    steam: Which colour");
		expect("items.yaml:2:5: the key `stem` is missing: add it (the question in Markdown)",
				"items.yaml:9:5: the key `steam` is not known here; did you mean `stem`? Known are: `id`, `type`,"
						+ " `domain`, `task`, `topic`, `difficulty`, `level`, `stem`, `options`, `references`,"
						+ " `checked`, `enemies`");
	}

	@Test
	void aNumberWhereTextBelongsIsToBeQuoted() {
		this.pack.replace("items.yaml", "task: \"1.1\"", "task: 1.1");
		expect("items.yaml:5:11: `task` must be text: write \"1.1\" in quotes");
	}

	@Test
	void yesIsNotTrue() {
		this.pack.replace("items.yaml", "        key: true\n        rationale", "        key: yes\n        rationale");
		expect("items.yaml:15:14: `key` must be true or false, and here is \"yes\"");
	}

	@Test
	void trueInQuotesIsNotTrue() {
		this.pack.replace("items.yaml", "        key: true\n        rat", "        key: \"true\"\n        rat");
		expect("items.yaml:15:14: `key` must be true or false: write true without quotes");
	}

	@Test
	void minutesAreAWholeNumber() {
		this.pack.replace("pack.yaml", "minutes: 12", "minutes: 12.5");
		expect("pack.yaml:24:14: `minutes` must be a whole number, and here is \"12.5\"");
	}

	@Test
	void noNumberIsTooLongToBeRefused() {
		this.pack.replace("pack.yaml", "minutes: 12", "minutes: " + "9".repeat(100_000));
		assertThat(this.pack.problems()).singleElement()
			.asString()
			.contains("must be a whole number")
			.hasSizeLessThan(200);
	}

	@Test
	void minutesAreNotNone() {
		this.pack.replace("pack.yaml", "minutes: 12", "minutes: 0");
		expect("pack.yaml:24:14: `minutes` is 0, and the least is 1");
	}

	@Test
	void aListWhereTextBelongsIsNamed() {
		this.pack.replace("items.yaml", "text: Green", "text: [Green]");
		expect("items.yaml:11:15: `text` must be text, and here is a list");
	}

	@Test
	void anEmptyTextIsNamed() {
		this.pack.replace("items.yaml", "text: Green", "text:").replace("items.yaml", "text: Red", "text: ' '");
		expect("items.yaml:11:14: `text` is empty: write text, or leave the key out if it is optional",
				"items.yaml:17:15: `text` is empty: write some text here, or leave the key out if it is optional");
	}

	@Test
	void anIdOfThreeWordsIsRefused() {
		this.pack.replace("items.yaml", "id: capitals", "id: Three capital words");
		expect("items.yaml:46:9: `id` cannot be \"Three capital words\": write it in lower-case letters, digits and"
				+ " hyphens, as in s3-data-lake");
	}

	@Test
	void anIdThatEndsInALineBreakIsRefusedWithoutTheBreak() {
		this.pack.replace("items.yaml", "id: capitals", "id: \"capitals\\n\\n\"");
		expect("items.yaml:46:9: `id` cannot be \"capitals  \": write it in lower-case letters, digits and hyphens, as"
				+ " in s3-data-lake");
	}

	@Test
	void anUnknownTypeNamesTheNearest() {
		this.pack.replace("items.yaml", "type: matching", "type: matchings");
		expect("items.yaml:47:11: `type` cannot be \"matchings\"; did you mean `matching`? Write one of:"
				+ " `multiple-choice`, `multi-response`, `ordering`, `matching`, `case-study`");
	}

	@Test
	void aTypeIsRequired() {
		this.pack.replace("items.yaml", "    type: matching\n", "");
		expect("items.yaml:46:5: the key `type` is missing. Write one of: `multiple-choice`, `multi-response`,"
				+ " `ordering`, `matching`, `case-study`");
	}

	@Test
	void anUnknownDifficultyNamesTheKnownOnes() {
		this.pack.replace("items.yaml", "difficulty: easy", "difficulty: simple");
		expect("items.yaml:7:17: `difficulty` cannot be \"simple\". Write one of: `easy`, `medium`, `hard`");
	}

	@Test
	void anOrderingOfOneStepIsRefused() {
		this.pack.replace("items.yaml", "      - text: Get up\n      - text: Have breakfast\n", "");
		expect("items.yaml:38:7: `steps` has 1 entry, and at least 2 are needed: add what is missing");
	}

	@Test
	void aPromptWithoutAnswerIsRefused() {
		this.pack.replace("items.yaml", "        answer: paris\n        rationale", "        rationale");
		expect("items.yaml:58:9: the key `answer` is missing: add it (the id of the answer that belongs to it)");
	}

	@Test
	void aTextOfABookIsRefused() {
		this.pack.replace("items.yaml", "stem: Which colour", "stem: " + "Which colour ".repeat(1000));
		assertThat(this.pack.problems()).singleElement()
			.asString()
			.matches("items\\.yaml:9:11: `stem` has 13,\\d+ characters, and at most 8,000 are allowed: shorten it");
	}

	@Test
	void aReferenceThatStandsTwiceIsRefused() {
		this.pack.replace("items.yaml", "https://example.org/light", "https://example.org/sky");
		expect("items.yaml:20:7: `references` has an entry twice: delete one");
	}

	@Test
	void anItemThatIsTextIsRefused() {
		this.pack.write("more.yaml", "items:\n  - just text\n  - [a, list]\n");
		expect("more.yaml:2:5: an item is a block of keys: write its id, its type and so on here",
				"more.yaml:3:5: an item is a block of keys: write its id, its type and so on here");
	}

	@Test
	void itemsAreAList() {
		this.pack.write("more.yaml", "items: none\n").write("other.yaml", "items: []\n");
		expect("more.yaml:1:8: `items` must be a list, each entry beginning with a hyphen, and here is \"none\"",
				"other.yaml:1:8: `items` has 0 entries, and at least 1 is needed: add what is missing");
	}

	@Test
	void aFileThatIsTextIsRefused() {
		this.pack.write("more.yaml", "just text\n");
		expect("more.yaml:1:1: a file of a pack begins with a key: write items: and the items below it in the first line");
	}

	@Test
	void aCaseStudyOfOneItemIsRefused() {
		String farm = PackFolder.original("case-studies/farm.yml");
		this.pack.write("case-studies/farm.yml", farm.substring(0, farm.indexOf("      - id: farm-hens")));
		expect("case-studies/farm.yml:10:7: `items` has 1 entry, and at least 2 are needed: add what is missing");
	}

	@Test
	void aProblemInACaseStudyIsReportedOnce() {
		this.pack.replace("case-studies/farm.yml", "stem: What do the cows give?", "stem: []");
		expect("case-studies/farm.yml:13:15: `stem` must be text, and here is a list");
	}

	@Test
	void aHostileKeyIsQuotedShortAndPlain() {
		this.pack.replace("items.yaml", "text: Red",
				"text: Red\n        ? \"\\e[31m\\n" + "x".repeat(1000) + "\"\n        : 1");
		assertThat(this.pack.problems()).singleElement()
			.asString()
			.matches("items\\.yaml:\\d+:\\d+: .*")
			.hasSizeLessThan(250)
			.doesNotContain("\u001B", "\n");
	}

	@Test
	void moreThanTwoHundredProblemsAreCounted() {
		this.pack.write("more.yaml", "items:\n" + "  - text\n".repeat(1000));
		PackReading.Broken broken = (PackReading.Broken) this.pack.read();
		assertThat(broken.problems()).hasSize(200);
		assertThat(broken.more()).isEqualTo(800);
	}

}
