package dev.rehearsal.exchange;

import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Pack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MoodleTests {

	@Test
	void aChoiceWithHtmlTagsAndACategory() {
		Reading.Converted reading = Given.converted("quiz.xml",
				"""
						<?xml version="1.0" encoding="UTF-8"?>
						<quiz>
						  <question type="category"><category><text>$course$/top/Storage</text></category></question>
						  <question type="multichoice">
						    <name><text>Bucket names</text></name>
						    <questiontext format="html"><text><![CDATA[<p>Which <b>name</b> is <code>valid</code>?</p>]]></text></questiontext>
						    <generalfeedback format="html"><text>See the <a href="https://example.org/names">rules</a>.</text></generalfeedback>
						    <single>true</single>
						    <answer fraction="0"><text>My_Bucket</text><feedback><text>No underscores.</text></feedback></answer>
						    <answer fraction="100"><text>my-bucket</text><feedback><text></text></feedback></answer>
						    <tags><tag><text>naming</text></tag><tag><text>hard</text></tag></tags>
						  </question>
						</quiz>
						""");
		Pack.Item item = Given.only(reading);
		assertThat(item.id()).isEqualTo("bucket-names");
		assertThat(item.domain()).isEqualTo("storage");
		assertThat(item.topic()).isEqualTo("naming");
		assertThat(item.difficulty()).isEqualTo("hard");
		assertThat(item.content().stem()).isEqualTo("Which **name** is `valid`?");
		assertThat(Given.key(item)).containsExactly("my-bucket");
		assertThat(item.content().options()).extracting((option) -> option.rationale())
			.containsExactly("No underscores.", "See the [rules](https://example.org/names).");
	}

	@Test
	void severalAnswersTrueFalseMatchingAndOrdering() {
		Reading.Converted reading = Given.converted("quiz.xml",
				"""
						<quiz>
						  <question type="multichoice"><name><text>A</text></name><questiontext><text>Two?</text></questiontext>
						    <single>false</single>
						    <answer fraction="50"><text>x</text></answer><answer fraction="50"><text>y</text></answer>
						    <answer fraction="-100"><text>z</text></answer></question>
						  <question type="truefalse"><name><text>B</text></name><questiontext><text>True?</text></questiontext>
						    <answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer></question>
						  <question type="matching"><name><text>C</text></name><questiontext><text>Match.</text></questiontext>
						    <subquestion><text>frog</text><answer><text>amphibian</text></answer></subquestion>
						    <subquestion><text>newt</text><answer><text>amphibian</text></answer></subquestion>
						    <subquestion><text></text><answer><text>insect</text></answer></subquestion></question>
						  <question type="ordering"><name><text>D</text></name><questiontext><text>Order.</text></questiontext>
						    <answer fraction="2.0000000"><text>two</text></answer><answer fraction="1.0000000"><text>one</text></answer></question>
						</quiz>
						""");
		assertThat(reading.pack().items()).extracting((item) -> item.content().type())
			.containsExactly(ItemType.MULTI_RESPONSE, ItemType.MULTIPLE_CHOICE, ItemType.MATCHING, ItemType.ORDERING);
		assertThat(reading.pack().items()).extracting(Given::key)
			.containsExactly(java.util.List.of("x", "y"), java.util.List.of("False"),
					java.util.List.of("amphibian", "amphibian"), java.util.List.of("one", "two"));
		assertThat(reading.losses()).isEmpty();
	}

	@Test
	void filesOtherTypesAndHintsAreListed() {
		Reading.Converted reading = Given.converted("quiz.xml",
				"""
						<quiz>
						  <question type="essay"><name><text>Essay</text></name></question>
						  <question type="multichoice"><name><text>Picture</text></name>
						    <questiontext format="html"><text><![CDATA[<p>What is it? <img src="@@PLUGINFILE@@/cat.png" alt="A grey cat"></p>]]></text>
						      <file name="cat.png" encoding="base64">iVBORw0KGgo=</file></questiontext>
						    <answer fraction="100"><text>A cat</text></answer><answer fraction="0"><text>A dog</text></answer>
						    <hint format="html"><text>It purrs.</text></hint></question>
						</quiz>
						""");
		assertThat(Given.only(reading).content().stem()).isEqualTo("What is it? (A grey cat)");
		assertThat(Given.sentences(reading)).hasSize(3)
			.anySatisfy((line) -> assertThat(line).startsWith("quiz.xml:2: Essay: ").contains("\"essay\""))
			.anySatisfy((line) -> assertThat(line).startsWith("quiz.xml:4: Picture: the picture \"cat.png\"")
				.contains("no PNG, JPEG, GIF or WebP image"))
			.anySatisfy((line) -> assertThat(line).contains("its hint is left out"));
	}

	@Test
	void lineEndsBesideTagsAndInCodeDoNotCount() {
		assertThat(stem("moodle_auto_format",
				"Choose:\none\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<pre>x = 1\n\ny = 2</pre>"))
			.isEqualTo("Choose:  \none\n\n- a\n- b\n\n```\nx = 1\n\ny = 2\n```");
	}

	@Test
	void formulasBecomeThoseOfPacks() {
		assertThat(stem("html", "<p>What is \\(\\frac{a}{b}\\) or $$x^2$$, at $5 or $6?</p>"))
			.isEqualTo("What is $`\\frac{a}{b}`$ or $`x^2`$, at $5 or $6?");
	}

	@Test
	void answersAreInTheFormatOfTheirQuestion() {
		Reading.Converted reading = Given.converted("quiz.xml",
				question("markdown", "Which?").replace("<text>A cat</text>", "<text>**A** cat</text>"));
		assertThat(Given.key(Given.only(reading))).containsExactly("**A** cat");
	}

	@Test
	void eachItemThatIsLeftOutIsListedThoughAllStandInOneLine() {
		String essay = "<question type=\"essay\"><name><text>E</text></name></question>";
		Reading.Converted reading = Given.converted("quiz.xml",
				question("html", "Which?").replace("<quiz>", "<quiz>" + essay.repeat(3)).replace("\n", ""));
		assertThat(Given.sentences(reading)).hasSize(3);
	}

	@Test
	void whatWindowsCallsLatin1IsRead() {
		byte[] bytes = ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + question("html", "It’s 5 € – caf\u00e9?"))
			.getBytes(java.nio.charset.Charset.forName("windows-1252"));
		Reading.Converted reading = (Reading.Converted) Exchange.read("quiz.xml", bytes);
		assertThat(Given.only(reading).content().stem()).isEqualTo("It’s 5 € – caf\u00e9?");
	}

	private static String stem(String format, String text) {
		return Given.only(Given.converted("quiz.xml", question(format, text))).content().stem();
	}

	private static String question(String format, String text) {
		return """
				<quiz><question type="multichoice"><name><text>Q</text></name>
				<questiontext format="%s"><text><![CDATA[%s]]></text></questiontext>
				<answer fraction="100"><text>A cat</text></answer><answer fraction="0"><text>A dog</text></answer>
				</question></quiz>""".formatted(format, text);
	}

}
