package dev.rehearsal.scoring;

import java.util.List;

import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.ItemType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GraderTests {

	@Test
	void aBlankIsWrongInEveryType() {
		for (ItemType type : ItemType.values()) {
			assertThat(Grader.isRight(item(type, "a", "b"), List.of())).as("%s", type).isFalse();
		}
	}

	@Test
	void multipleChoiceNeedsTheKey() {
		ItemContent item = item(ItemType.MULTIPLE_CHOICE, "a");
		assertThat(Grader.isRight(item, List.of("a"))).isTrue();
		assertThat(Grader.isRight(item, List.of("b"))).isFalse();
	}

	@Test
	void multiResponseNeedsAllKeysAndNothingElseInAnyOrder() {
		ItemContent item = item(ItemType.MULTI_RESPONSE, "a", "b");
		assertThat(Grader.isRight(item, List.of("b", "a"))).isTrue();
		assertThat(Grader.isRight(item, List.of("a"))).isFalse();
		assertThat(Grader.isRight(item, List.of("a", "b", "c"))).isFalse();
		assertThat(Grader.isRight(item, List.of("a", "a"))).isFalse();
	}

	@Test
	void orderingNeedsTheWholeSequence() {
		ItemContent item = item(ItemType.ORDERING, "a", "b", "c");
		assertThat(Grader.isRight(item, List.of("a", "b", "c"))).isTrue();
		assertThat(Grader.isRight(item, List.of("b", "a", "c"))).isFalse();
		assertThat(Grader.isRight(item, List.of("a", "b"))).isFalse();
		assertThat(Grader.isRight(item, List.of("a", "", "c"))).isFalse();
	}

	@Test
	void matchingNeedsAllPairs() {
		ItemContent item = item(ItemType.MATCHING, "p:a", "q:a");
		assertThat(Grader.isRight(item, List.of("q:a", "p:a"))).isTrue();
		assertThat(Grader.isRight(item, List.of("p:a", "q:b"))).isFalse();
		assertThat(Grader.isRight(item, List.of("p:a"))).isFalse();
	}

	private static ItemContent item(ItemType type, String... key) {
		return new ItemContent(type, "", List.of(), List.of(), List.of(key), List.of(), null);
	}

}
