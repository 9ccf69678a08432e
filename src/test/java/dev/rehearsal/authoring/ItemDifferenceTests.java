package dev.rehearsal.authoring;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import dev.rehearsal.authoring.ItemDifference.Piece;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ItemDifferenceTests {

	@Test
	void wordsAreMarkedAndTheRestStays() {
		assertThat(ItemDifference.marked("Which planet is closest?", "Which planet is nearest?")).containsExactly(
				new Piece("same", "Which planet is "), new Piece("gone", "closest"), new Piece("new", "nearest"),
				new Piece("same", "?"));
	}

	@Test
	void whatWasNotThereIsAllNew() {
		assertThat(ItemDifference.marked(null, "A rationale")).containsExactly(new Piece("new", "A rationale"));
		String marks = "?!".repeat(2_000);
		assertThat(ItemDifference.marked(marks + "a", marks)).as("too long to be compared word by word")
			.containsExactly(new Piece("gone", marks + "a"), new Piece("new", marks));
		assertThat(ItemDifference.marked("A rationale", null)).containsExactly(new Piece("gone", "A rationale"));
	}

	@Test
	void nothingIsLostWhateverTheTexts() {
		Random random = new Random(7);
		List<String> words = List.of("a", "b", " ", "\n", "é", "😀", "_", "-");
		for (int i = 0; i < 500; i++) {
			String before = text(words, random);
			String after = text(words, random);
			List<Piece> marked = ItemDifference.marked(before, after);
			assertThat(without("new", marked)).isEqualTo(before);
			assertThat(without("gone", marked)).isEqualTo(after);
		}
	}

	private static String text(List<String> words, Random random) {
		return random.ints(random.nextInt(30), 0, words.size()).mapToObj(words::get).collect(Collectors.joining());
	}

	private static String without(String kind, List<Piece> pieces) {
		return pieces.stream()
			.filter((piece) -> !piece.kind().equals(kind))
			.map(Piece::text)
			.collect(Collectors.joining());
	}

}
