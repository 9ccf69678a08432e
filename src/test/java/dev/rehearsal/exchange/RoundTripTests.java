package dev.rehearsal.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** All items of the shipped packs go out and come back. */
@ParameterizedClass
@ValueSource(strings = { "mla-c01", "mls-c01" })
class RoundTripTests {

	private final Pack pack;

	RoundTripTests(String name) {
		this.pack = Compare.shipped(name);
	}

	@Test
	void ownFilesComeBackAsTheVeryPack() {
		assertThat(back(Format.YAML)).isEqualTo(this.pack);
	}

	@Test
	void csvHoldsItemsAndIdsOfOptions() {
		Pack back = back(Format.CSV);
		sameFacts(this.pack, back);
		assertThat(back.items()).isEqualTo(this.pack.items());
		assertThat(back.definition().domains()).extracting((domain) -> domain.id() + domain.title())
			.isEqualTo(
					this.pack.definition().domains().stream().map((domain) -> domain.id() + domain.title()).toList());
	}

	@Test
	void moodleXmlHoldsItemsAndCaseStudies() {
		sameFacts(Compare.asMoodleHolds(this.pack), back(Format.MOODLE_XML));
	}

	@Test
	void giftHoldsItemsAndCaseStudies() {
		sameFacts(Compare.asMoodleHolds(this.pack), back(Format.GIFT));
	}

	@Test
	void qti2HoldsEverything() {
		sameFacts(this.pack, back(Format.QTI_2_2));
		assertThat(back(Format.QTI_2_2).definition()).isEqualTo(this.pack.definition());
	}

	@Test
	void qti3HoldsEverything() {
		sameFacts(this.pack, back(Format.QTI_3_0));
		assertThat(back(Format.QTI_3_0).definition()).isEqualTo(this.pack.definition());
	}

	@Test
	void moodleAndGiftSayOfWhichItemsTheyLeaveOutExtraSteps() {
		List<String> withExtras = this.pack.items()
			.stream()
			.filter((item) -> item.content().type() == ItemType.ORDERING
					&& item.content().options().size() > item.content().key().size())
			.map(Pack.Item::id)
			.toList();
		for (Format format : List.of(Format.MOODLE_XML, Format.GIFT)) {
			assertThat(Exchange.write(this.pack, format).losses())
				.filteredOn((loss) -> loss.sentence().contains("extras"))
				.extracting(Loss::item)
				.containsExactlyInAnyOrderElementsOf(withExtras);
		}
	}

	private static void sameFacts(Pack before, Pack back) {
		Map<String, Map<String, Object>> expected = new HashMap<>(Compare.facts(before));
		Map<String, Map<String, Object>> found = Compare.facts(back);
		assertThat(found.keySet()).isEqualTo(expected.keySet());
		expected.forEach((id, facts) -> facts
			.forEach((fact, value) -> assertThat(found.get(id).get(fact)).as("%s of %s", fact, id).isEqualTo(value)));
	}

	private Pack back(Format format) {
		Written written = Exchange.write(this.pack, format);
		Reading reading = Exchange.read(written.fileName(), written.bytes());
		assertThat(reading).isInstanceOf(Reading.Converted.class);
		Reading.Converted converted = (Reading.Converted) reading;
		assertThat(converted.format()).isEqualTo(format);
		assertThat(converted.losses()).isEmpty();
		return converted.pack();
	}

}
