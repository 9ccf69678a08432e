package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import dev.rehearsal.bank.Blueprint;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackArchive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QtiReadingTests {

	private static final String OPEN_2 = "<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\" identifier=\"%s\" title=\"%s\">";

	private static final String CHOICE = OPEN_2.formatted("choice", "Bags")
			+ """
					<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
					  <correctResponse><value>A</value></correctResponse></responseDeclaration>
					<itemBody><p>Look at the <strong>text</strong>:</p><rubricBlock view="scorer"><p>For scorers</p></rubricBlock>
					<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>What does it say?</prompt>
					<simpleChoice identifier="A">Stay <feedbackInline outcomeIdentifier="F" identifier="A">Yes.</feedbackInline></simpleChoice>
					<simpleChoice identifier="B">Go</simpleChoice></choiceInteraction></itemBody>
					<modalFeedback outcomeIdentifier="F" identifier="B" showHide="show">No.</modalFeedback></assessmentItem>
					""";

	@Test
	void aLoneItemOfVersionTwoPointOne() {
		Reading.Converted reading = Given.converted("choice.xml", CHOICE);
		Pack.Item item = Given.only(reading);
		assertThat(reading.format()).isEqualTo(Format.QTI_2_2);
		assertThat(item.content().stem()).isEqualTo("Look at the **text**:\n\nWhat does it say?");
		assertThat(Given.options(item)).containsExactly("Stay", "Go");
		assertThat(item.content().options()).extracting((option) -> option.rationale()).containsExactly("Yes.", "No.");
		assertThat(Given.sentences(reading)).hasSize(1).first().asString().contains("rubric for \"scorer\"");
	}

	@Test
	void versionThreeIsReadTheSameWay() {
		Reading.Converted reading = Given.converted("order.xml",
				"""
						<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="order" title="Grand Prix">
						<qti-response-declaration identifier="RESPONSE" cardinality="ordered" base-type="identifier">
						<qti-correct-response><qti-value>C</qti-value><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>
						<qti-item-body><qti-order-interaction response-identifier="RESPONSE"><qti-prompt>Who came first?</qti-prompt>
						<qti-simple-choice identifier="A">Rubens</qti-simple-choice><qti-simple-choice identifier="B">Jenson</qti-simple-choice>
						<qti-simple-choice identifier="C">Michael</qti-simple-choice></qti-order-interaction></qti-item-body></qti-assessment-item>
						""");
		Pack.Item item = Given.only(reading);
		assertThat(reading.format()).isEqualTo(Format.QTI_3_0);
		assertThat(item.content().type()).isEqualTo(ItemType.ORDERING);
		assertThat(Given.key(item)).containsExactly("Michael", "Rubens");
		assertThat(Given.options(item)).containsExactly("Michael", "Rubens", "Jenson");
	}

	@Test
	void pairsOfAllKinds() {
		String pairs = OPEN_2.formatted("%1$s", "%1$s")
				+ """
						<responseDeclaration identifier="R" cardinality="multiple" baseType="pair"><correctResponse>
						<value>A P</value><value>C M</value><value>D L</value></correctResponse></responseDeclaration><itemBody>%2$s</itemBody></assessmentItem>
						""";
		String choices = """
				<simpleAssociableChoice identifier="A" matchMax="1">Antonio</simpleAssociableChoice>
				<simpleAssociableChoice identifier="C" matchMax="1">Capulet</simpleAssociableChoice>
				<simpleAssociableChoice identifier="D" matchMax="1">Demetrius</simpleAssociableChoice>
				""";
		String others = """
				<simpleAssociableChoice identifier="L" matchMax="1">Lysander</simpleAssociableChoice>
				<simpleAssociableChoice identifier="M" matchMax="1">Montague</simpleAssociableChoice>
				<simpleAssociableChoice identifier="P" matchMax="1">Prospero</simpleAssociableChoice>
				""";
		Pack.Item associated = Given.only(Given.converted("a.xml", pairs.formatted("associate",
				"<associateInteraction responseIdentifier=\"R\">" + choices + others + "</associateInteraction>")));
		Pack.Item matched = Given.only(Given.converted("m.xml",
				pairs.formatted("match", "<matchInteraction responseIdentifier=\"R\"><simpleMatchSet>" + choices
						+ "</simpleMatchSet><simpleMatchSet>" + others + "</simpleMatchSet></matchInteraction>")));
		assertThat(Given.key(associated)).containsExactly("Prospero", "Montague", "Lysander");
		assertThat(Given.key(matched)).containsExactly("Prospero", "Montague", "Lysander");
	}

	@Test
	void gapsBecomePrompts() {
		Reading.Converted reading = Given.converted("gap.xml", OPEN_2.formatted("gap", "Richard III")
				+ """
						<responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair">
						<correctResponse><value>W G1</value><value>Su G2</value></correctResponse>
						<mapping><mapEntry mapKey="W G1" mappedValue="1"/><mapEntry mapKey="Su G2" mappedValue="2"/></mapping></responseDeclaration>
						<itemBody><gapMatchInteraction responseIdentifier="R"><prompt>Fill in.</prompt>
						<gapText identifier="W" matchMax="1">winter</gapText><gapText identifier="Su" matchMax="1">summer</gapText>
						<gapText identifier="A" matchMax="1">autumn</gapText>
						<blockquote><p>Now is the <gap identifier="G1"/> of our discontent<br/>made glorious <gap identifier="G2"/></p></blockquote>
						</gapMatchInteraction></itemBody></assessmentItem>
						""");
		Pack.Item item = Given.only(reading);
		assertThat(MarkdownText.words(item.content().stem())).contains("(1) _____").contains("(2) _____");
		assertThat(item.content().prompts()).extracting((prompt) -> prompt.text()).containsExactly("Gap 1", "Gap 2");
		assertThat(Given.key(item)).containsExactly("winter", "summer");
	}

	@Test
	void aPackageWithSectionsTimeAndAStimulus() {
		TreeMap<String, byte[]> files = new TreeMap<>();
		Map.of("imsmanifest.xml",
				"""
						<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>
						<resource identifier="t" type="imsqti_test_xmlv2p2" href="test.xml"/><resource identifier="i" type="imsqti_item_xmlv2p2" href="items/a.xml"/>
						<resource identifier="j" type="imsqti_item_xmlv2p2" href="items/b.xml"/><resource identifier="k" type="imsqti_item_xmlv2p2" href="gone.xml"/>
						</resources></manifest>""",
				"test.xml",
				"""
						<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="exam" title="Spring exam"><timeLimits maxTime="5400"/>
						<testPart identifier="p"><assessmentSection identifier="s" title="Rivers"><assessmentItemRef identifier="i" href="items/a.xml"/>
						<assessmentItemRef identifier="j" href="items/b.xml"/></assessmentSection></testPart></assessmentTest>""",
				"shared/text.xml",
				"<assessmentStimulus identifier=\"text\" title=\"The Rhine\"><stimulusBody><p>A long river.</p></stimulusBody></assessmentStimulus>",
				"items/a.xml", withStimulus("a"), "items/b.xml", withStimulus("b"), "picture.png", "x")
			.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
		Reading reading = Exchange.read("package.zip", PackArchive.write(files));
		assertThat(reading).isInstanceOf(Reading.Converted.class);
		Reading.Converted converted = (Reading.Converted) reading;
		assertThat(converted.pack().items()).allSatisfy((item) -> {
			assertThat(item.domain()).isEqualTo("rivers");
			assertThat(item.caseStudy()).isEqualTo(new Pack.CaseStudy("text", "The Rhine", "A long river."));
		});
		Blueprint blueprint = converted.pack().definition().blueprints().getFirst();
		assertThat(blueprint.title()).isEqualTo("Spring exam");
		assertThat(blueprint.minutes()).isEqualTo(90);
		assertThat(blueprint.form()).containsExactly("a", "b");
		assertThat(Given.sentences(converted)).anyMatch((line) -> line.contains("gone.xml"))
			.anyMatch((line) -> line.startsWith("picture.png"));
	}

	private static String withStimulus(String id) {
		return CHOICE.replace("identifier=\"choice\"", "identifier=\"" + id + "\"")
			.replace("<itemBody>",
					"<assessmentStimulusRef identifier=\"text\" href=\"../shared/text.xml\"/><itemBody>");
	}

	@Test
	void whatHasNoPlaceIsSaid() {
		Reading.Refused refused = Given.refused("e.xml",
				(OPEN_2.formatted("e", "Essay")
						+ "<itemBody><extendedTextInteraction responseIdentifier=\"R\"/></itemBody></assessmentItem>")
					.getBytes(StandardCharsets.UTF_8));
		assertThat(refused.reason()).isEqualTo(Refusal.NO_ITEMS);
		assertThat(refused.sentence())
			.contains("e.xml:1: Essay: the interaction extendedTextInteraction has no place in a pack");
	}

}
