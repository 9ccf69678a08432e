package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rehearsal.bank.Blueprint;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackArchive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What files and packages of other systems do, as seen in their examples and tests. */
class QtiHabitsTests {

	private static final String CHOICES = """
			<simpleChoice identifier="A">Stay</simpleChoice><simpleChoice identifier="B">Go</simpleChoice>""";

	@Test
	void feedbackThatBelongsToNoChoiceIsListed() {
		Reading.Converted reading = Given.converted("a.xml", item("a", "A", "<p>Which?</p>", CHOICES)
			.replace("<itemBody>", "<outcomeDeclaration identifier=\"OK\" baseType=\"boolean\"/><itemBody>")
			.replace("</assessmentItem>",
					"""
							<modalFeedback outcomeIdentifier="F" identifier="A" showHide="hide">You did not stay.</modalFeedback>
							<modalFeedback outcomeIdentifier="OK" identifier="B" showHide="show">Well done.</modalFeedback>
							</assessmentItem>"""));
		assertThat(Given.only(reading).content().options()).allMatch((option) -> option.rationale() == null);
		assertThat(Given.sentences(reading)).hasSize(2)
			.anyMatch((line) -> line.contains("shown unless \"A\""))
			.anyMatch((line) -> line.contains("the feedback \"B\" is left out"));
	}

	@Test
	void feedbackInTheStemIsNoPartOfIt() {
		Reading.Converted reading = Given.converted("a.xml", item("a", "A",
				"<p>Which? <feedbackInline outcomeIdentifier=\"F\" identifier=\"A\" showHide=\"show\">Stay!</feedbackInline></p>",
				CHOICES));
		assertThat(Given.only(reading).content().stem()).isEqualTo("Which?");
		assertThat(Given.sentences(reading)).singleElement().asString().contains("a feedback in the text is left out");
	}

	@Test
	void keysThatCannotBeToldLeaveTheItemOut() {
		assertThat(refusal(item("a", "Z", "<p>Which?</p>", CHOICES)))
			.contains("names \"Z\", which is none of its choices");
		assertThat(refusal(item("a", "A", "<p>Which?</p>", CHOICES.replace("\"B\"", "\"A\""))))
			.contains("two of its options are called \"A\"");
		String tie = "<mapping><mapEntry mapKey=\"A\" mappedValue=\"1\"/><mapEntry mapKey=\"B\" mappedValue=\"1\"/></mapping>";
		assertThat(refusal(item("a", "A", "<p>Which?</p>", CHOICES)
			.replace("<correctResponse><value>A</value></correctResponse>", tie)))
			.contains("none of its options is right");
	}

	@Test
	void textForCandidatesIsPartOfTheQuestion() {
		Reading.Converted reading = Given.converted("a.xml", item("a", "A",
				"<rubricBlock view=\"candidate\"><p>A long passage.</p></rubricBlock><p>Which?</p>", CHOICES));
		assertThat(Given.only(reading).content().stem()).isEqualTo("A long passage.\n\nWhich?");
		assertThat(reading.losses()).isEmpty();
	}

	@Test
	void htmlInMarkedSectionsIsHtml() {
		Reading.Converted reading = Given.converted("a.xml",
				item("a", "A", "<p><![CDATA[Is <b>1 < 2</b>?]]></p>", CHOICES.replace("Go", "<![CDATA[<p>Go</p>]]>")));
		assertThat(MarkdownText.html(Given.only(reading).content().stem())).contains("<strong>1 &lt; 2</strong>");
		assertThat(Given.options(Given.only(reading))).contains("Go");
	}

	@Test
	void formulasKeepTheirMeaning() {
		String half = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mfrac><mn>1</mn><mrow><mn>4</mn><mi>x</mi></mrow></mfrac>%s</math>";
		assertThat(stem("<p>Is it " + half.formatted("") + "?</p>")).isEqualTo("Is it 1/4x?");
		assertThat(stem("<p>Is it "
				+ half.formatted("<annotation encoding=\"application/x-tex\">\\frac{1}{4x}</annotation>") + "?</p>"))
			.isEqualTo("Is it $`\\frac{1}{4x}`$?");
	}

	@Test
	void emphasisShowsNoStars() {
		for (String html : List.of("<b>a</b><b>b</b>", "<b>Note:</b>text", "x<b>(y).</b>z", "<i>“a”</i>b")) {
			String words = org.jsoup.Jsoup.parseBodyFragment(html).text();
			assertThat(MarkdownText.words(stem("<p>" + html + "</p>"))).as(html).isEqualTo(words);
		}
	}

	@Test
	void itemsOfOneIdentifierAreTwoItems() {
		Reading.Converted reading = packaged(Map.of("a/item.xml", item("same", "A", "<p>One?</p>", CHOICES),
				"b/item.xml", item("same", "B", "<p>Two?</p>", CHOICES), "test.xml",
				test("", section("s", "", "a/item.xml", "b/item.xml"))));
		Blueprint blueprint = reading.pack().definition().blueprints().getFirst();
		assertThat(reading.pack().items()).extracting(Pack.Item::id).containsExactly("same", "same-2");
		assertThat(blueprint.form()).containsExactly("same", "same-2");
		assertThat(Given.sentences(reading))
			.anyMatch((line) -> line.contains("another file has its identifier \"same\""));
	}

	@Test
	void sectionsMayHaveFilesOfTheirOwn() {
		Reading.Converted reading = packaged(Map.of("items/a.xml", item("a", "A", "<p>One?</p>", CHOICES),
				"items/b.xml", item("b", "B", "<p>Two?</p>", CHOICES), "sections/s.xml",
				section("Rivers", "", "../items/a.xml", "../items/b.xml"), "test.xml",
				test("", "<assessmentSectionRef identifier=\"r\" href=\"sections/s.xml\"/>")));
		assertThat(reading.pack().items()).extracting(Pack.Item::domain).containsOnly("rivers");
		assertThat(reading.pack().definition().blueprints().getFirst().form()).containsExactly("a", "b");
	}

	@Test
	void sectionsThatNameEachOtherEnd() {
		String reference = "<assessmentSectionRef identifier=\"r\" href=\"%s\"/>";
		Reading.Converted reading = packaged(Map.of("a.xml", item("a", "A", "<p>One?</p>", CHOICES), "s.xml",
				section("s", reference.formatted("t.xml") + reference.formatted("s.xml"), "a.xml"), "t.xml",
				section("t", reference.formatted("s.xml")), "test.xml", test("", reference.formatted("s.xml")),
				"test2.xml", test("", reference.formatted("t.xml"))));
		assertThat(Given.only(reading).domain()).isEqualTo("s");
		assertThat(Given.sentences(reading)).anyMatch((line) -> line.contains("assessmentSectionRef is left out"));
	}

	@Test
	void limitsOfPartsAddUpWhereEachHasOne() {
		String limit = "<timeLimits maxTime=\"%d\"/>";
		assertThat(minutes(limit.formatted(3600), limit.formatted(1800), limit.formatted(1800))).isEqualTo(60);
		assertThat(minutes("", limit.formatted(600), limit.formatted(1200))).isEqualTo(30);
		assertThat(minutes("", limit.formatted(300), "")).as("two minutes an item").isEqualTo(4);
	}

	private static int minutes(String whole, String first, String second) {
		return packaged(
				Map.of("a.xml", item("a", "A", "<p>One?</p>", CHOICES), "b.xml", item("b", "B", "<p>Two?</p>", CHOICES),
						"test.xml", test(whole, section("s", first, "a.xml") + section("t", second, "b.xml"))))
			.pack()
			.definition()
			.blueprints()
			.getFirst()
			.minutes();
	}

	@Test
	void whatIsDrawnFromEachSectionIsItsWeight() {
		Reading.Converted reading = packaged(Map.of("a.xml", item("a", "A", "<p>One?</p>", CHOICES), "b.xml",
				item("b", "B", "<p>Two?</p>", CHOICES), "c.xml", item("c", "B", "<p>Three?</p>", CHOICES), "d.xml",
				item("d", "B", "<p>Four?</p>", CHOICES), "test.xml",
				test("", section("s", "<selection select=\"1\"/>", "a.xml", "b.xml")
						+ section("t", "", "c.xml", "d.xml"))));
		Blueprint blueprint = reading.pack().definition().blueprints().getFirst();
		assertThat(blueprint.items()).isEqualTo(3);
		assertThat(blueprint.weights()).containsExactlyInAnyOrderEntriesOf(Map.of("s", 33, "t", 67));
	}

	@Test
	void aStimulusThatNobodyUsesIsListed() {
		Reading.Converted reading = packaged(Map.of("a.xml", item("a", "A", "<p>One?</p>", CHOICES), "s.xml",
				"<assessmentStimulus identifier=\"s\" title=\"The Rhine\"><stimulusBody><p>Long.</p></stimulusBody></assessmentStimulus>"));
		assertThat(Given.sentences(reading)).singleElement()
			.asString()
			.contains("The Rhine: this stimulus is left out");
	}

	@Test
	void packagesWithoutAManifestMayBeginWithAnotherFile() {
		Reading.Converted reading = packaged(
				Map.of("README.txt", "Hello.", "aaa.xml", "<other/>", "z.xml", item("a", "A", "<p>One?</p>", CHOICES)));
		assertThat(Given.only(reading).id()).isEqualTo("a");
	}

	@Test
	void versionOneIsNamed() {
		assertThat(Given.refused("a.xml", "<questestinterop><item/></questestinterop>".getBytes(StandardCharsets.UTF_8))
			.sentence()).contains("QTI 1.2");
	}

	private static String stem(String body) {
		return Given.only(Given.converted("a.xml", item("a", "A", body, CHOICES))).content().stem();
	}

	private static String refusal(String item) {
		return Given.refused("a.xml", item.getBytes(StandardCharsets.UTF_8)).sentence();
	}

	private static Reading.Converted packaged(Map<String, String> files) {
		TreeMap<String, byte[]> bytes = new TreeMap<>();
		files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
		return (Reading.Converted) Exchange.read("package.zip", PackArchive.write(bytes));
	}

	private static String item(String identifier, String key, String body, String choices) {
		return """
				<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="%1$s" title="%1$s">
				<responseDeclaration identifier="R" cardinality="single" baseType="identifier">
				<correctResponse><value>%2$s</value></correctResponse></responseDeclaration>
				<itemBody>%3$s<choiceInteraction responseIdentifier="R" maxChoices="1">%4$s</choiceInteraction></itemBody>
				</assessmentItem>"""
			.formatted(identifier, key, body, choices);
	}

	private static String test(String limits, String sections) {
		return """
				<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="exam" title="Exam">%s
				<testPart identifier="p">%s</testPart></assessmentTest>""".formatted(limits, sections);
	}

	private static String section(String title, String before, String... items) {
		StringBuilder references = new StringBuilder();
		for (String item : items) {
			references.append("<assessmentItemRef identifier=\"i\" href=\"%s\"/>".formatted(item));
		}
		return "<assessmentSection identifier=\"%1$s\" title=\"%1$s\">%2$s%3$s</assessmentSection>".formatted(title,
				before, references);
	}

}
