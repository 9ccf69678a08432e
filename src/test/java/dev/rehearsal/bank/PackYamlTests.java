package dev.rehearsal.bank;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class PackYamlTests {

	private PackFolder pack;

	@BeforeEach
	void aSoundPack(@TempDir Path folder) {
		this.pack = new PackFolder(folder);
		assertThat(this.pack.problems()).isEmpty();
	}

	@Test
	void aTabIsRefusedWhereItStands() {
		this.pack.replace("items.yaml", "        rationale: Grass", "\trationale: Grass");
		assertThat(this.pack.problems()).containsExactly("items.yaml:12:1: a tab stands here: YAML is indented with"
				+ " spaces, so replace the tab by two spaces");
	}

	@Test
	void aTabInsideTextIsText() {
		this.pack.replace("items.yaml", "text: Green", "text: \"Green\\tgrass\"");
		assertThat(this.pack.problems()).isEmpty();
	}

	@Test
	void anAnchorIsRefused() {
		this.pack.replace("items.yaml", "text: Green", "text: &green Green");
		assertThat(this.pack.problems()).containsExactly("items.yaml:11:15: anchors such as \"&green\" are not part of"
				+ " the format: delete it, or put the text into quotes");
	}

	@Test
	void anAliasIsRefusedAndNothingElseIsSaidOfIt() {
		this.pack.replace("items.yaml", "text: Green", "text: *green");
		assertThat(this.pack.problems()).containsExactly("items.yaml:11:15: aliases such as \"*green\" are not part of"
				+ " the format: write the text out, or put it into quotes");
	}

	@Test
	void aTagIsRefused() {
		this.pack.replace("items.yaml", "text: Green", "text: !!java/object:java.io.File Green");
		assertThat(this.pack.problems()).containsExactly("items.yaml:11:15: tags such as \"!!java/object:java.io.File\""
				+ " are not part of the format: delete it, or put the text into quotes");
	}

	@Test
	void aMergeKeyIsRefused() {
		this.pack.replace("items.yaml", "text: Green", "<<: Green");
		assertThat(this.pack.problems())
			.containsExactly("items.yaml:11:9: merge keys are not part of the format: write the keys out");
	}

	@Test
	void aSecondDocumentIsRefused() {
		this.pack.replace("pack.yaml", "    title: Short exam", "    title: Short exam\n---\nmore: of it");
		assertThat(this.pack.problems()).containsExactly("pack.yaml:21:1: a second document begins here: a file holds"
				+ " one, so delete the line with --- or make it a file of its own");
	}

	@Test
	void aDuplicateKeyNamesBothLines() {
		this.pack.replace("items.yaml", "      - text: Green\n", "      - text: Green\n        text: Lime\n");
		assertThat(this.pack.problems())
			.containsExactly("items.yaml:12:9: the key `text` stands twice, first in line 11: delete one");
	}

	@Test
	void aKeyThatIsAListIsRefused() {
		this.pack.replace("items.yaml", "text: Green", "text: Green\n        ? [a]\n        : b");
		assertThat(this.pack.problems()).containsExactly("items.yaml:12:11: a key must be a word: if this is text that"
				+ " begins with [ or {, put it into quotes");
	}

	@Test
	void aColonInTextIsExplained() {
		this.pack.replace("items.yaml", "text: Green", "text: Green: the colour");
		assertThat(this.pack.problems()).containsExactly("items.yaml:11:20: a colon with a space after it is not"
				+ " allowed here: put the text into quotes, or begin it with >- in a line of its own");
	}

	@Test
	void aQuoteThatIsNeverClosedNamesItsLine() {
		this.pack.write("more.yaml", "items:\n  - id: \"open\n");
		assertThat(this.pack.problems())
			.containsExactly("more.yaml:3:1: the quote that is opened in line 2 is not closed");
	}

	@Test
	void aLineThatIsIndentedWronglyIsExplained() {
		this.pack.replace("items.yaml", "        rationale: Grass", "      rationale: Grass");
		assertThat(this.pack.problems()).containsExactly("items.yaml:12:7: the indentation does not fit the block that"
				+ " begins in line 11: entries of one block begin in the same column");
	}

	@Test
	void aSyntaxErrorHidesNoProblemOfOtherFiles() {
		this.pack.replace("items.yaml", "text: Green", "text: @Green").replace("pack.yaml", "data: 60", "data: 59");
		this.pack.replace("case-studies/farm.yml", "title: A farm", "titel: A farm");
		assertThat(this.pack.problems()).satisfiesExactly(
				(problem) -> assertThat(problem)
					.isEqualTo("case-studies/farm.yml:2:5: the key `title` is missing: add it (a title for people)"),
				(problem) -> assertThat(problem)
					.startsWith("case-studies/farm.yml:4:5: the key `titel` is not known here; did you mean `title`?"),
				(problem) -> assertThat(problem)
					.isEqualTo("items.yaml:11:15: text cannot begin with this character: put it into quotes"),
				(problem) -> assertThat(problem).startsWith("pack.yaml:25:5: the weights add up to 99 percent"));
	}

	@Test
	void aByteOrderMarkIsAcceptedAndIgnored() {
		this.pack.write("items.yaml", "\uFEFF" + PackFolder.original("items.yaml"));
		assertThat(this.pack.problems()).isEmpty();
	}

	@Test
	void aByteThatIsNotUtf8IsNamedWithItsPlace() {
		byte[] latin1 = PackFolder.original("items.yaml")
			.replace("Green\n", "Grün\n")
			.getBytes(StandardCharsets.ISO_8859_1);
		this.pack.write("items.yaml", latin1);
		assertThat(this.pack.problems()).singleElement()
			.asString()
			.matches("items\\.yaml:11:17: byte \\d+ of this file \\(0xFC\\) is not UTF-8: .*");
	}

	@Test
	void utf16IsNamed() {
		this.pack.write("items.yaml", PackFolder.original("items.yaml").getBytes(StandardCharsets.UTF_16));
		assertThat(this.pack.problems())
			.containsExactly("items.yaml:1:1: this file is UTF-16: save it as UTF-8 in your editor");
	}

	@Test
	void invisibleCharactersAreRefusedInTheFileAndInEscapes() {
		this.pack.replace("items.yaml", "text: Green", "text: Gr\u0007een");
		this.pack.replace("case-studies/farm.yml", "title: A farm", "title: \"A\\0farm\"");
		this.pack.replace("pack.yaml", "title: A sample pack", "title: \"half a pair: \\ud83d\"");
		assertThat(this.pack.problems()).containsExactly(
				"case-studies/farm.yml:4:12: the character U+0000 is invisible and does not belong into text: delete it",
				"items.yaml:11:17: the character U+0007 is invisible and does not belong into text: delete it",
				"pack.yaml:3:8: the character U+D83D is invisible and does not belong into text: delete it");
	}

	@Test
	void fiveThousandNestedBracketsAreRefusedAtOnce() {
		this.pack.write("more.yaml", "items: " + "[".repeat(5000) + "]".repeat(5000))
			.write("open.yaml", "[{a: ".repeat(5000))
			.write("blocks.yaml", "- ".repeat(5000));
		assertTimeoutPreemptively(Duration.ofSeconds(10),
				() -> assertThat(this.pack.problems()).hasSize(3)
					.allMatch((problem) -> problem.contains("more than 32 levels stand inside each other here"))
					.anyMatch((problem) -> problem.startsWith("more.yaml:1:39:")));
	}

	@Test
	void aBombOfAliasesIsRefusedAtOnce() {
		StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
		for (int i = 1; i < 100; i++) {
			bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
		}
		this.pack.write("more.yaml", bomb + "items: *a99\n");
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
			PackReading.Broken broken = (PackReading.Broken) this.pack.read();
			assertThat(broken.problems()).hasSize(200);
			assertThat(broken.more()).isGreaterThan(700);
		});
	}

	@Test
	void aListOfMillionsIsRefusedAtOnce() {
		this.pack.write("more.yaml", "items: [" + "a,".repeat(4_000_000) + "]");
		assertTimeoutPreemptively(Duration.ofSeconds(20),
				() -> assertThat(this.pack.problems()).singleElement()
					.asString()
					.contains("this file has more than 500,000 entries: divide it into several files"));
	}

	@Test
	void aFileOfNothingButCommentsIsEmpty() {
		this.pack.write("more.yaml", "# to do\n").write("nothing.yaml", "");
		assertThat(this.pack.problems()).containsExactly(
				"more.yaml:1:1: this file is empty: write items into it, or delete it",
				"nothing.yaml:1:1: this file is empty: write items into it, or delete it");
	}

}
