package dev.rehearsal.scoring;

import java.util.HashSet;
import java.util.List;

import dev.rehearsal.bank.ItemContent;

/**
 * Right or wrong: no partial credit, no penalty, a blank is wrong. Multi-response needs
 * all keys and nothing else, ordering the whole sequence, matching all pairs.
 */
final class Grader {

	private Grader() {
	}

	/**
	 * Grades an answer.
	 * @param content the item
	 * @param answer as it was stored
	 * @return whether it is right
	 */
	static boolean isRight(ItemContent content, List<String> answer) {
		return switch (content.type()) {
			case MULTIPLE_CHOICE, MULTI_RESPONSE, MATCHING ->
				answer.size() == content.key().size() && new HashSet<>(answer).equals(new HashSet<>(content.key()));
			case ORDERING -> answer.equals(content.key());
		};
	}

}
