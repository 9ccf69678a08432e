package dev.rehearsal.exchange;

import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Pack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GiftTests {

	@Test
	void aQuestionWithTitleFeedbackAndComments() {
		Reading.Converted reading = Given.converted("planets.gift", """
				// a comment
				::Red planet:: Which planet is red?
				{
				  =Mars # Iron oxide\\: rust.
				  ~Venus # [html]It is <b>white</b>.
				  ~[plain]Earth # *not* red
				}
				""");
		Pack.Item item = Given.only(reading);
		assertThat(reading.format()).isEqualTo(Format.GIFT);
		assertThat(item.id()).isEqualTo("red-planet");
		assertThat(item.content().type()).isEqualTo(ItemType.MULTIPLE_CHOICE);
		assertThat(item.content().stem()).isEqualTo("Which planet is red?");
		assertThat(Given.options(item)).containsExactly("Mars", "Venus", "Earth");
		assertThat(Given.key(item)).containsExactly("Mars");
		assertThat(item.content().options()).extracting((option) -> option.rationale())
			.containsExactly("Iron oxide: rust.", "It is **white**.", "\\*not\\* red");
		assertThat(reading.losses()).isEmpty();
	}

	@Test
	void weightsMakeAMultiResponse() {
		Pack.Item item = Given.only(Given.converted("a.gift", "Primes? {~%50%2 ~%-100%4 ~%50%3 ~%-100%9}"));
		assertThat(item.content().type()).isEqualTo(ItemType.MULTI_RESPONSE);
		assertThat(Given.key(item)).containsExactly("2", "3");
	}

	@Test
	void trueAndFalseBecomeTwoOptions() {
		Pack.Item item = Given
			.only(Given.converted("a.gift", "The sun is a star.{TRUE#It is one.#Right.####It shines.}"));
		assertThat(Given.options(item)).containsExactly("True", "False");
		assertThat(Given.key(item)).containsExactly("True");
		assertThat(item.content().options()).extracting((option) -> option.rationale())
			.containsExactly("Right.\n\nIt shines.", "It is one.");
	}

	@Test
	void pairsMayShareAnAnswerAndLeaveOneOver() {
		Pack.Item item = Given
			.only(Given.converted("a.gift", "Match. {=Canada -> Ottawa =Italy -> Rome =Latium -> Rome = -> Paris}"));
		assertThat(item.content().type()).isEqualTo(ItemType.MATCHING);
		assertThat(Given.options(item)).containsExactly("Ottawa", "Rome", "Paris");
		assertThat(Given.key(item)).containsExactly("Ottawa", "Rome", "Rome");
	}

	@Test
	void aGapInTheTextBecomesALine() {
		Pack.Item item = Given
			.only(Given.converted("a.gift", "Mahatma Gandhi's birthday is {~15th ~3rd =2nd} of October."));
		assertThat(item.content().stem()).startsWith("Mahatma Gandhi's birthday is").endsWith("of October.");
		assertThat(MarkdownText.words(item.content().stem())).contains("_____");
	}

	@Test
	void categoriesBecomeDomainsAndTopics() {
		Reading.Converted reading = Given.converted("a.gift", """
				$CATEGORY: $course$/top/Storage & Data/Buckets

				One? {=a ~b}

				$CATEGORY: Network

				Two? {=a ~b}
				""");
		assertThat(reading.pack().items()).extracting(Pack.Item::domain).containsExactly("storage-data", "network");
		assertThat(reading.pack().items().getFirst().topic()).isEqualTo("buckets");
		assertThat(reading.pack().definition().domains()).extracting((domain) -> domain.title())
			.containsExactly("Storage & Data", "Network");
	}

	@Test
	void whatHasNoPlaceIsListedWithItsLine() {
		Reading.Converted reading = Given.converted("a.gift", """
				Fine? {=a ~b}

				::Essay:: Tell me. {}

				::Number:: When? {#1822:5}

				::Word:: Who? {=no one =nobody}

				Just a text.

				::Broken:: Which? {=a ~b

				::Half:: Which? {=a ~%50%b ~c}
				""");
		assertThat(reading.pack().items()).hasSize(2);
		assertThat(Given.sentences(reading)).hasSize(6)
			.anySatisfy((line) -> assertThat(line).startsWith("a.gift:3: Essay: an essay question"))
			.anySatisfy((line) -> assertThat(line).startsWith("a.gift:5: Number: a numerical question"))
			.anySatisfy((line) -> assertThat(line).startsWith("a.gift:7: Word: a short-answer question"))
			.anySatisfy((line) -> assertThat(line).startsWith("a.gift:9: Just a text."))
			.anySatisfy((line) -> assertThat(line).startsWith("a.gift:11: Broken: its braces"))
			.anySatisfy((line) -> assertThat(line).contains("Half").contains("50 percent"));
	}

	@Test
	void anOrderingKeepsStepsThatLookLikeSettings() {
		Pack.Item item = Given
			.only(Given.converted("a.gift", "Order {>4 ALL VERTICAL\n0\n1\nH is computed\nALL rows go\n}"));
		assertThat(item.content().type()).isEqualTo(ItemType.ORDERING);
		assertThat(Given.key(item)).containsExactly("0", "1", "H is computed", "ALL rows go");
	}

	@Test
	void aNameBeginsAnotherQuestionWithoutAnEmptyLine() {
		Reading.Converted reading = Given.converted("a.gift", "::One:: Is it? {T}\n::Two:: Is it not? {F}\n");
		assertThat(reading.pack().items()).extracting(Pack.Item::id).containsExactly("one", "two");
	}

	@Test
	void codeKeepsItsIndentation() {
		Reading.Converted reading = Given.converted("a.gift", """
				::Loop:: [html]What does it print? <pre>
				for i in range(2):
				    print(i)
				</pre> {=0 1 ~1 2}
				""");
		assertThat(Given.only(reading).content().stem()).contains("for i in range(2):\n    print(i)");
	}

	@Test
	void aFirstWordOfAPackMakesNoPack() {
		assertThat(Given.only(Given.converted("a.txt", "items: which of them is red? {=Mars ~Venus}")).content().stem())
			.isEqualTo("items: which of them is red?");
	}

	@Test
	void thousandsOfReferencesAreNoTrouble() {
		String references = "- <https\\://docs.example.org/a>\\n".repeat(20_000);
		Reading.Converted reading = Given.converted("a.gift",
				"::Q:: [markdown]Is it? {=Yes ~No ####**References**\\n\\n" + references + "}");
		assertThat(Given.only(reading).content().references()).hasSizeBetween(1, 20);
	}

}
