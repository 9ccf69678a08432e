package dev.rehearsal.form;

import java.util.List;

import dev.rehearsal.form.PresentedItem.Choice;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PresentedItemTests {

	private static final List<Choice> OPTIONS = List.of(choice("a"), choice("b"), choice("c"));

	private static final List<Choice> PROMPTS = List.of(choice("p"), choice("q"));

	@Test
	void multipleChoiceTakesOneOption() {
		PresentedItem item = item("multiple-choice", 1);
		assertThat(item.answer(List.of("b"))).contains(List.of("b"));
		assertThat(item.answer(List.of("a", "b"))).isEmpty();
		assertThat(item.answer(List.of("z"))).isEmpty();
		assertThat(item.answer(List.of())).contains(List.of());
		assertThat(item.isComplete(List.of())).isFalse();
		assertThat(item.isComplete(List.of("b"))).isTrue();
	}

	@Test
	void multiResponseIsASetInTheOrderOfThePage() {
		PresentedItem item = item("multi-response", 2);
		assertThat(item.answer(List.of("c", "a", "c"))).contains(List.of("a", "c"));
		assertThat(item.isComplete(List.of("a"))).isFalse();
		assertThat(item.isComplete(List.of("a", "b", "c"))).isFalse();
		assertThat(item.isComplete(List.of("a", "c"))).isTrue();
	}

	@Test
	void orderingKeepsPlacesThatAreStillEmpty() {
		PresentedItem item = item("ordering", 3);
		assertThat(item.answer(List.of("", "b", ""))).contains(List.of("", "b"));
		assertThat(item.answer(List.of("a", "b", "c", "a"))).isEmpty();
		assertThat(item.isComplete(List.of("", "b"))).isFalse();
		assertThat(item.isComplete(List.of("c", "b", "a"))).isTrue();
	}

	@Test
	void aStepInTwoPlacesIsKeptButNotComplete() {
		PresentedItem item = item("ordering", 3);
		assertThat(item.answer(List.of("a", "a", "b"))).contains(List.of("a", "a", "b"));
		assertThat(item.isComplete(List.of("a", "a", "b"))).isFalse();
	}

	@Test
	void matchingTakesOneOptionForEachPrompt() {
		PresentedItem item = item("matching", 2);
		assertThat(item.answer(List.of("q:a", "p:a"))).contains(List.of("p:a", "q:a"));
		assertThat(item.answer(List.of("p:a", "p:b"))).isEmpty();
		assertThat(item.answer(List.of("a:p"))).isEmpty();
		assertThat(item.isComplete(List.of("p:a"))).isFalse();
		assertThat(item.isComplete(List.of("p:a", "q:a"))).isTrue();
	}

	private static PresentedItem item(String type, int places) {
		return new PresentedItem(1, type, "", OPTIONS, PROMPTS, places, null);
	}

	private static Choice choice(String id) {
		return new Choice(id, id, id);
	}

}
