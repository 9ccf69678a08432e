package dev.rehearsal.bank;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.rehearsal.bank.LintReport.Measure;
import dev.rehearsal.bank.LintReport.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sound bank, spoilt in one way at a time: the measure that names the flaw has to catch
 * it.
 */
class PackLintTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

	private static final Pack SOUND = read("mla-c01");

	private static final Map<String, Integer> ELSEWHERE = Coverage.topics(read("mls-c01"));

	private static final LintReport BEFORE = PackLint.of(SOUND, ELSEWHERE, TODAY);

	private static final String CLAUSE = " together with everything else that could conceivably matter here";

	private static final Map<String, UnaryOperator<Pack.Item>> PLANTED = planted();

	private static Map<String, UnaryOperator<Pack.Item>> planted() {
		Map<String, UnaryOperator<Pack.Item>> planted = new HashMap<>();
		for (ItemType type : List.of(ItemType.MULTIPLE_CHOICE, ItemType.MULTI_RESPONSE)) {
			String name = "-" + type.code();
			planted.put("bot-longest" + name, of(type, (item) -> keys(item, (text) -> text + CLAUSE)));
			planted.put("bot-most-alike" + name, of(type, Flaws::convergent));
			planted.put("bot-echo" + name, of(type, Flaws::echoing));
			planted.put("bot-most-managed" + name,
					of(type, (item) -> keys(item, (text) -> text + " by Amazon Comprehend")));
		}
		planted.put("bot-longest-matching", of(ItemType.MATCHING, (item) -> Flaws.showingAnswers(item, CLAUSE)));
		planted.put("bot-echo-matching", of(ItemType.MATCHING, Flaws::echoingPrompts));
		planted.put("bot-most-managed-matching",
				of(ItemType.MATCHING, (item) -> Flaws.showingAnswers(item, " Amazon Comprehend")));
		for (int i = 0; i < 4; i++) {
			int place = i;
			planted.put("key-position-" + (i + 1), of(ItemType.MULTIPLE_CHOICE, (item) -> Flaws.keysTo(item, place)));
		}
		planted.put("key-position-chi-square", of(ItemType.MULTIPLE_CHOICE, (item) -> Flaws.keysTo(item, 2)));
		for (int i = 0; i < 5; i++) {
			int place = i;
			planted.put("pair-position-" + (i + 1), of(ItemType.MULTI_RESPONSE, (item) -> Flaws.keysTo(item, place)));
		}
		planted.put("pairs-used", of(ItemType.MULTI_RESPONSE, (item) -> Flaws.keysTo(item, 0, 1)));
		planted.put("key-longest", (item) -> keys(item, (text) -> text + CLAUSE));
		planted.put("key-shortest", (item) -> keys(item, (text) -> "Do it"));
		planted.put("key-length", (item) -> keys(item, (text) -> text + CLAUSE));
		planted.put("length-spread", (item) -> Flaws.firstOption(item, (text) -> text + CLAUSE));
		planted.put("length-spread-wide", one((item) -> Flaws.firstOption(item, (text) -> text + CLAUSE.repeat(3))));
		planted.put("echo-cue", Flaws::echoing);
		planted.put("option-similarity",
				(item) -> Flaws.options(item, (key, text) -> item.content().stem() + " " + text));
		planted.put("option-copy",
				one((item) -> Flaws.firstOption(item, (text) -> item.content().options().getLast().text() + ", now")));
		planted.put("option-kind", (item) -> Flaws.firstOption(item, (text) -> "By " + text));
		planted.put("absolute-words", (item) -> Flaws.firstOption(item, (text) -> text + " only"));
		planted.put("absolute-words-difference",
				(item) -> Flaws.options(item, (key, text) -> key ? text : "Always " + text));
		planted.put("combined-options", one((item) -> Flaws.firstOption(item, (text) -> "All of the above")));
		planted.put("duplicate-stems", (item) -> Flaws.stem(item, (stem) -> SOUND.items().getFirst().content().stem()));
		planted.put("similar-stems", (item) -> Flaws.stem(item, PackLintTests::halfOfTheNeighbours));
		planted.put("negative-stem", one((item) -> Flaws.stem(item, (stem) -> stem + " Which is NOT one?")));
		planted.put("no-question", one((item) -> Flaws.stem(item, (stem) -> "A team has data.")));
		planted.put("reading-grade", (item) -> Flaws.stem(item, (stem) -> "The cat sat. The dog ran. Who won?"));
		planted.put("reading-grade-high", one((item) -> Flaws.stem(item,
				(stem) -> "Organizational interoperability considerations necessitate comprehensive administrative "
						+ "recommendations regarding heterogeneous infrastructural dependencies?")));
		planted.put("sentence-length", (item) -> Flaws.stem(item, (stem) -> stem.replaceAll("[.?] ", ", and ")));
		planted.put("sentence-long", one((item) -> Flaws.stem(item, (stem) -> "and so on ".repeat(15) + stem)));
		planted.put("stem-length", (item) -> Flaws.stem(item, (stem) -> "A team has data. What does it do?"));
		planted.put("stem-length-recall", (item) -> Flaws.place(item, item.domain(), item.topic(), "easy", "recall"));
		planted.put("stem-long", (item) -> Flaws.stem(item, (stem) -> stem + " It has data.".repeat(50)));
		planted.put("option-long", one((item) -> Flaws.firstOption(item, (text) -> text + CLAUSE.repeat(5))));
		planted.put("qualifier", (item) -> Flaws.stem(item, (stem) -> stem.replaceAll("\\b[A-Z]{4,}\\b", "least")));
		planted.put("qualifiers", (item) -> Flaws.stem(item, (stem) -> stem + " Which is the MOST secure?"));
		planted.put("qualifier-variety",
				(item) -> Flaws.stem(item, (stem) -> stem.replaceAll("\\b[A-Z]{4,}\\b [a-z-]+", "LEAST effort")));
		planted.put("rationale-length", one((item) -> Flaws.rationales(item, (rationale) -> "Because.")));
		planted.put("letter-reference",
				one((item) -> Flaws.rationales(item, (rationale) -> rationale + " This is better than option B.")));
		planted.put("reference", one((item) -> Flaws.sources(item, List.of(), item.content().checked())));
		planted.put("checked", one((item) -> Flaws.sources(item, item.content().references(), "2025-11-01 by hand")));
		planted.put("retired-name", one((item) -> keys(item, (text) -> "Amazon Kinesis Data Firehose")));
		planted.put("price", (item) -> keys(item, (text) -> text + " at $3 an hour"));
		planted.put("service-spread", (item) -> keys(item, (text) -> text + " in Amazon Athena"));
		planted.put("feature-spread", (item) -> keys(item, (text) -> text + " with SageMaker Clarify"));
		for (ContentDomain domain : SOUND.definition().domains()) {
			planted.put("domain-" + domain.id(),
					(item) -> Flaws.place(item, domain.id(), item.topic(), "easy", "apply"));
		}
		planted.put("topic-thin", (item) -> "what-if-shifts".equals(item.topic()) ? item
				: Flaws.place(item, item.domain(), "drift-types", "easy", "apply"));
		planted.put("topic-unknown", one((item) -> Flaws.place(item, item.domain(), "astrology", "easy", "apply")));
		planted.put("topic-thick", (item) -> Flaws.place(item, item.domain(), "drift-types", "easy", "apply"));
		for (String type : List.of("multiple-choice", "multi-response", "ordering", "matching")) {
			planted.put("type-" + type, (item) -> typed(item, ItemType.of(type)));
		}
		planted.put("type-case-study", PackLintTests::inACaseStudy);
		for (String level : List.of("recall", "apply", "analyse")) {
			planted.put("level-" + level, (item) -> Flaws.place(item, item.domain(), item.topic(), "easy", level));
		}
		for (String difficulty : List.of("easy", "medium", "hard")) {
			planted.put("difficulty-" + difficulty,
					(item) -> Flaws.place(item, item.domain(), item.topic(), difficulty, "apply"));
		}
		planted.put("matching-spare", of(ItemType.MATCHING, Flaws::withoutSpare));
		return planted;
	}

	static Set<String> measures() {
		return PLANTED.keySet();
	}

	@ParameterizedTest
	@MethodSource("measures")
	void aPlantedFlawIsCaughtByTheMeasureThatNamesIt(String measure) {
		assertThat(verdict(BEFORE, measure)).as("before").isNotEqualTo(Verdict.MISSED);
		List<Pack.Item> spoilt = SOUND.items().stream().map(PLANTED.get(measure)).toList();
		assertThat(verdict(new Pack(SOUND.definition(), spoilt), measure)).as("%s, after", measure)
			.isEqualTo(Verdict.MISSED);
	}

	@Test
	void everyMeasureHasItsPlantedFlaw() {
		Set<String> forms = SOUND.definition().blueprints().stream().map(Blueprint::id).collect(Collectors.toSet());
		List<String> ids = BEFORE.measures()
			.stream()
			.map(Measure::id)
			.filter((id) -> forms.stream().noneMatch((form) -> id.startsWith(form + "-")))
			.toList();
		assertThat(PLANTED.keySet()).containsAll(ids);
		assertThat(ids).doesNotHaveDuplicates();
	}

	@Test
	void aFixedFormIsMeasuredByItself() {
		Pack pack = new Pack(SOUND.definition(),
				SOUND.items()
					.stream()
					.map((item) -> SOUND.definition().blueprints().getLast().form().contains(item.id())
							? Flaws.place(item, item.domain(), item.topic(), "hard", "apply") : item)
					.toList());
		String form = SOUND.definition().blueprints().getLast().id();
		assertThat(verdict(BEFORE, form + "-difficulty-hard")).isEqualTo(Verdict.MET);
		assertThat(verdict(pack, form + "-difficulty-hard")).isEqualTo(Verdict.MISSED);
	}

	@Test
	void aSmallPackIsNotJudgedByShares() {
		Pack small = new Pack(SOUND.definition(), SOUND.items().subList(0, 10));
		assertThat(verdict(small, "bot-longest-multiple-choice")).isEqualTo(Verdict.NOT_JUDGED);
	}

	private static Verdict verdict(Pack pack, String measure) {
		return verdict(PackLint.of(pack, ELSEWHERE, TODAY), measure);
	}

	private static Verdict verdict(LintReport report, String measure) {
		return report.measures()
			.stream()
			.filter((candidate) -> candidate.id().equals(measure))
			.map(Measure::verdict)
			.collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
	}

	private static UnaryOperator<Pack.Item> of(ItemType type, UnaryOperator<Pack.Item> flaw) {
		return (item) -> (item.content().type() == type) ? flaw.apply(item) : item;
	}

	/** Spoils one item with options alone: some flaws are not to be had even once. */
	private static UnaryOperator<Pack.Item> one(UnaryOperator<Pack.Item> flaw) {
		String chosen = SOUND.items()
			.stream()
			.filter((item) -> item.content().type() == ItemType.MULTIPLE_CHOICE && item.caseStudy() == null)
			.skip(5)
			.findFirst()
			.orElseThrow()
			.id();
		return (item) -> item.id().equals(chosen) ? flaw.apply(item) : item;
	}

	private static Pack.Item keys(Pack.Item item, UnaryOperator<String> change) {
		return LintItem.of(item).hasDistractors() ? Flaws.options(item, (key, text) -> key ? change.apply(text) : text)
				: item;
	}

	private static String halfOfTheNeighbours(String stem) {
		List<String> stems = SOUND.items().stream().map((item) -> item.content().stem()).toList();
		String neighbour = stems.get(stems.indexOf(stem) / 2 * 2);
		return neighbour + " " + stem.substring(0, Math.min(stem.length(), 120));
	}

	/** Only the name of its type changes, which is all that is counted. */
	private static Pack.Item typed(Pack.Item item, ItemType type) {
		ItemContent old = item.content();
		List<String> key = (type == ItemType.MATCHING || old.type() == ItemType.MATCHING) ? List.of() : old.key();
		return new Pack.Item(item.id(), item.domain(), item.task(), item.topic(), item.difficulty(), item.level(),
				item.enemies(), null, 0,
				new ItemContent(type, old.stem(), old.options(),
						(type == ItemType.MATCHING) ? List.of() : old.prompts(), keyFor(type, old, key),
						old.references(), old.checked()));
	}

	private static List<String> keyFor(ItemType type, ItemContent old, List<String> key) {
		return switch (type) {
			case MATCHING -> List.of();
			case MULTIPLE_CHOICE -> List.of(old.options().getFirst().id());
			default -> key.isEmpty() ? List.of(old.options().getFirst().id(), old.options().getLast().id()) : key;
		};
	}

	private static Pack.Item inACaseStudy(Pack.Item item) {
		return new Pack.Item(item.id(), item.domain(), item.task(), item.topic(), item.difficulty(), item.level(),
				item.enemies(), new Pack.CaseStudy("one", "One", "A firm."), 0, item.content());
	}

	private static Pack read(String pack) {
		return ((PackReading.Sound) PackReader.read(Path.of("questions", pack))).pack();
	}

}
