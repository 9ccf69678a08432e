package dev.rehearsal.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.rehearsal.bank.ItemProfile;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.form.ExamPlan.Domain;
import dev.rehearsal.form.ExamPlan.Scale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FormAssemblerTests {

	private final Pool pool = new Pool();

	@Test
	void everyDomainGetsExactlyItsShare() {
		this.pool.items("a", 60).items("b", 60);
		List<ItemProfile> form = assemble(plan(20, 0, 70, 30), 1);
		assertThat(form).extracting(ItemProfile::domain).filteredOn("a"::equals).hasSize(14);
		assertThat(form).extracting(ItemProfile::domain).filteredOn("b"::equals).hasSize(6);
	}

	@Test
	void theSameSeedGivesTheSameFormAndAnotherSeedAnotherOne() {
		this.pool.items("a", 60).items("b", 60).caseStudy("case", "a", "a", "b");
		assertThat(assemble(plan(20, 5, 50, 50), 7)).isEqualTo(assemble(plan(20, 5, 50, 50), 7));
		assertThat(assemble(plan(20, 5, 50, 50), 7)).isNotEqualTo(assemble(plan(20, 5, 50, 50), 8));
	}

	@Test
	void aCaseStudyStandsAsABlockInItsOwnOrder() {
		this.pool.items("a", 30).items("b", 30).caseStudy("case", "a", "b", "a");
		for (int seed = 0; seed < 50; seed++) {
			List<ItemProfile> form = assemble(plan(20, 0, 50, 50), seed);
			List<String> names = form.stream().map(ItemProfile::item).toList();
			int first = names.indexOf("case-0");
			assertThat(names.subList(first, first + 3)).containsExactly("case-0", "case-1", "case-2");
		}
	}

	@Test
	void oneCaseStudyIsEnoughWhereThereAreOtherItems() {
		this.pool.items("a", 30).items("b", 30).caseStudy("one", "a", "b").caseStudy("two", "a", "b");
		List<ItemProfile> form = assemble(plan(20, 0, 50, 50), 3);
		assertThat(form).filteredOn((item) -> item.caseStudy() != null).hasSize(2);
	}

	@Test
	void severalCaseStudiesStandInWhereOtherItemsAreMissing() {
		this.pool.items("a", 1).caseStudy("one", "a", "b", "b").caseStudy("two", "a", "b", "b").items("b", 1);
		assertThat(assemble(plan(8, 0, 38, 62), 3)).hasSize(8);
	}

	@Test
	void aCaseStudyThatDoesNotFitTheSharesIsLeftOut() {
		this.pool.items("a", 30).items("b", 30).caseStudy("large", "a", "a", "a");
		assertThat(assemble(plan(4, 0, 50, 50), 3)).extracting(ItemProfile::caseStudy).containsOnlyNulls();
	}

	@Test
	void everyItemTypeOfThePackIsRepresented() {
		this.pool.items("a", 80, ItemType.MULTIPLE_CHOICE)
			.items("a", 1, ItemType.ORDERING)
			.items("b", 80, ItemType.MULTIPLE_CHOICE)
			.items("b", 1, ItemType.MATCHING)
			.items("b", 2, ItemType.MULTI_RESPONSE);
		for (int seed = 0; seed < 100; seed++) {
			assertThat(assemble(plan(10, 0, 50, 50), seed)).extracting(ItemProfile::type).contains(ItemType.values());
		}
	}

	@Test
	void aTypeThatIsLeftOnlyAmongSeenItemsIsRepresentedToo() {
		this.pool.items("a", 80, ItemType.MULTIPLE_CHOICE).items("a", 1, ItemType.ORDERING);
		Map<String, Integer> seen = new HashMap<>();
		this.pool.all.stream()
			.filter((item) -> item.type() == ItemType.ORDERING)
			.forEach((item) -> seen.put(item.item(), 3));
		Draft draft = FormAssembler.assemble(plan(10, 0, 100), this.pool.all, seen, 5);
		assertThat(this.pool.profiles(draft)).extracting(ItemProfile::type).contains(ItemType.ORDERING);
	}

	@Test
	void itemsThatTheCandidateHasNotSeenComeFirst() {
		this.pool.items("a", 40).items("b", 40);
		Map<String, Integer> seen = new HashMap<>();
		Set<String> all = new HashSet<>();
		for (int sitting = 0; sitting < 4; sitting++) {
			Draft draft = FormAssembler.assemble(plan(20, 0, 50, 50), this.pool.all, seen, sitting);
			this.pool.profiles(draft).forEach((item) -> {
				seen.merge(item.item(), 1, Integer::sum);
				all.add(item.item());
			});
		}
		assertThat(all).hasSize(80);
	}

	@Test
	void enemiesNeverStandTogetherWhicheverNamesTheOther() {
		this.pool.items("a", 20).enemies("a-0", "a-1").enemies("a-2", "a-3").enemies("a-5", "a-4");
		for (int seed = 0; seed < 200; seed++) {
			List<String> names = assemble(plan(17, 0, 100), seed).stream().map(ItemProfile::item).toList();
			assertThat(names).hasSize(17);
			for (int i = 0; i < 6; i += 2) {
				assertThat(names.contains("a-" + i) && names.contains("a-" + (i + 1))).as("seed %d", seed).isFalse();
			}
		}
	}

	@Test
	void anItemWithManyEnemiesGivesWayWhereOnlyThatFillsTheBlueprint() {
		this.pool.items("a", 5).enemies("a-0", "a-1", "a-2", "a-3", "a-4");
		for (int seed = 0; seed < 50; seed++) {
			assertThat(assemble(plan(4, 0, 100), seed)).extracting(ItemProfile::item)
				.containsExactlyInAnyOrder("a-1", "a-2", "a-3", "a-4");
		}
	}

	@Test
	void unscoredItemsAreSharedOutLikeAllOthers() {
		this.pool.items("a", 40).items("b", 40);
		ExamPlan plan = plan(20, 5, 60, 40);
		Draft draft = FormAssembler.assemble(plan, this.pool.all, Map.of(), 11);
		List<ItemProfile> form = this.pool.profiles(draft);
		assertThat(draft.unscored()).hasSize(5).isSorted().doesNotHaveDuplicates();
		assertThat(draft.unscored()).extracting((position) -> form.get(position - 1).domain())
			.filteredOn("a"::equals)
			.hasSize(3);
	}

	@Test
	void noDomainGetsMoreUnscoredItemsThanItems() {
		Random random = new Random(15);
		for (int run = 0; run < 300; run++) {
			int first = random.nextInt(60);
			int second = random.nextInt(100 - first);
			ExamPlan plan = plan(20, 1 + random.nextInt(19), first, second, 100 - first - second);
			Pool large = new Pool().items("a", 20).items("b", 20).items("c", 20);
			Draft draft = FormAssembler.assemble(plan, large.all, Map.of(), run);
			assertThat(draft.unscored()).as("%s", plan).hasSize(plan.unscored());
		}
	}

	@Test
	void whatCaseStudiesLeaveOpenIsNamed() {
		this.pool.caseStudy("one", "a", "a").caseStudy("two", "a", "a").caseStudy("three", "a", "a");
		assertThatExceptionOfType(BlueprintNotFilledException.class).isThrownBy(() -> assemble(plan(5, 0, 100), 1))
			.satisfies((ex) -> assertThat(ex.shortages()).extracting(Object::toString)
				.containsExactly("a needs 5 items and has 4 that can stand together"));
	}

	@Test
	void whatIsMissingIsNamedForEveryDomain() {
		this.pool.items("a", 3).items("b", 40);
		assertThatExceptionOfType(BlueprintNotFilledException.class).isThrownBy(() -> assemble(plan(20, 0, 50, 50), 1))
			.satisfies((ex) -> assertThat(ex.shortages()).extracting(Object::toString)
				.containsExactly("a needs 10 items and has 3 that can stand together"));
	}

	@Test
	void aBlueprintThatOnlyEnemiesCouldFillIsRefused() {
		this.pool.items("a", 4).enemies("a-0", "a-1").enemies("a-2", "a-3");
		assertThatExceptionOfType(BlueprintNotFilledException.class).isThrownBy(() -> assemble(plan(3, 0, 100), 1))
			.satisfies((ex) -> assertThat(ex.shortages()).extracting(Object::toString)
				.containsExactly("a needs 3 items and has 2 that can stand together"));
	}

	@Test
	void thePositionOfAnItemIsLeftToChance() {
		this.pool.items("a", 10);
		Map<Integer, Long> places = IntStream.range(0, 1_000)
			.mapToObj(
					(seed) -> assemble(plan(10, 0, 100), seed).stream().map(ItemProfile::item).toList().indexOf("a-0"))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		assertThat(places.values()).hasSize(10).allMatch((count) -> count > 60 && count < 140);
	}

	@Test
	void whateverThePoolAFormKeepsAllRulesOrSaysWhatIsMissing() {
		Random random = new Random(65);
		int refused = 0;
		for (int run = 0; run < 500; run++) {
			Pool generated = Pool.generated(random);
			ExamPlan plan = plan(1 + random.nextInt(30), 0, 40, 35, 25);
			try {
				check(plan, generated, FormAssembler.assemble(plan, generated.all, Map.of(), random.nextLong()));
			}
			catch (BlueprintNotFilledException ex) {
				refused++;
				assertThat(ex.shortages()).isNotEmpty();
			}
		}
		assertThat(refused).isBetween(20, 400);
	}

	private static void check(ExamPlan plan, Pool pool, Draft draft) {
		List<ItemProfile> form = pool.profiles(draft);
		assertThat(form).hasSize(plan.items()).doesNotHaveDuplicates();
		Map<String, Integer> weights = new LinkedHashMap<>();
		plan.domains().forEach((domain) -> weights.put(domain.id(), domain.weight()));
		Quotas.of(plan.items(), weights)
			.forEach((domain, quota) -> assertThat(form).filteredOn((item) -> item.domain().equals(domain))
				.hasSize(quota));
		Set<String> names = form.stream().map(ItemProfile::item).collect(Collectors.toSet());
		form.forEach((item) -> assertThat(names).noneMatch(item.enemies()::contains));
		form.stream()
			.filter((item) -> item.caseStudy() != null)
			.forEach((item) -> assertThat(form).filteredOn((other) -> item.caseStudy().equals(other.caseStudy()))
				.hasSize(
						(int) pool.all.stream().filter((other) -> item.caseStudy().equals(other.caseStudy())).count()));
	}

	@Test
	void aFixedFormIsTheSameForEveryoneInAnOrderOfTheirOwn() {
		this.pool.items("a", 30).items("b", 30).caseStudy("case", "a", "b");
		ExamPlan plan = plan(5, 0, List.of("a-3", "case-0", "b-7", "case-1", "a-0"), 60, 40);
		List<String> one = assemble(plan, 1).stream().map(ItemProfile::item).toList();
		List<String> other = assemble(plan, 2).stream().map(ItemProfile::item).toList();
		assertThat(one).containsExactlyInAnyOrderElementsOf(plan.form()).isNotEqualTo(other);
		assertThat(other).containsExactlyInAnyOrderElementsOf(plan.form());
		assertThat(one.indexOf("case-1")).isEqualTo(one.indexOf("case-0") + 1);
	}

	private List<ItemProfile> assemble(ExamPlan plan, long seed) {
		return this.pool.profiles(FormAssembler.assemble(plan, this.pool.all, Map.of(), seed));
	}

	private static ExamPlan plan(int items, int unscored, int... weights) {
		return plan(items, unscored, List.of(), weights);
	}

	private static ExamPlan plan(int items, int unscored, List<String> form, int... weights) {
		String[] names = { "a", "b", "c" };
		List<Domain> domains = IntStream.range(0, weights.length)
			.mapToObj((i) -> new Domain(names[i], names[i], weights[i]))
			.toList();
		return new ExamPlan(1, "pack", "Pack", "exam", "Exam", null, items, unscored, 60, 60, false, true,
				new Scale(100, 1000, 720), form, domains, null);
	}

	private static final class Pool {

		private final List<ItemProfile> all = new ArrayList<>();

		Pool items(String domain, int count) {
			return items(domain, count, ItemType.MULTIPLE_CHOICE);
		}

		Pool items(String domain, int count, ItemType type) {
			long before = this.all.stream().filter((item) -> item.domain().equals(domain)).count();
			for (long i = before; i < before + count; i++) {
				add(domain + "-" + i, type, domain, null, 0);
			}
			return this;
		}

		Pool caseStudy(String name, String... domains) {
			for (int i = 0; i < domains.length; i++) {
				add(name + "-" + i, ItemType.MULTIPLE_CHOICE, domains[i], name, i);
			}
			return this;
		}

		Pool enemies(String name, String... enemies) {
			this.all.replaceAll((item) -> item.item().equals(name) ? new ItemProfile(item.revision(), item.item(),
					item.type(), item.domain(), item.topic(), item.caseStudy(), item.casePosition(), Set.of(enemies))
					: item);
			return this;
		}

		private void add(String name, ItemType type, String domain, String caseStudy, int position) {
			this.all.add(new ItemProfile(this.all.size() + 1, name, type, domain, "topic-" + this.all.size() % 7,
					caseStudy, position, Set.of()));
		}

		List<ItemProfile> profiles(Draft draft) {
			Map<Long, ItemProfile> byRevision = this.all.stream()
				.collect(Collectors.toMap(ItemProfile::revision, Function.identity()));
			return draft.revisions().stream().map(byRevision::get).toList();
		}

		static Pool generated(Random random) {
			Pool pool = new Pool();
			for (String domain : Arrays.asList("a", "b", "c")) {
				for (ItemType type : ItemType.values()) {
					pool.items(domain, random.nextInt(6), type);
				}
			}
			for (int i = 0; i < random.nextInt(4); i++) {
				pool.caseStudy("case" + i,
						random.ints(2 + random.nextInt(3), 0, 3)
							.mapToObj((d) -> "abc".substring(d, d + 1))
							.toArray(String[]::new));
			}
			for (int i = 0; i < pool.all.size() / 4; i++) {
				String name = pool.all.get(random.nextInt(pool.all.size())).item();
				String enemy = pool.all.get(random.nextInt(pool.all.size())).item();
				if (!name.equals(enemy)) {
					pool.enemies(name, enemy);
				}
			}
			return pool;
		}

	}

}
