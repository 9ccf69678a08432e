package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.rehearsal.bank.ItemType;
import org.jspecify.annotations.Nullable;

/**
 * An item as a file says it, on its way into a pack. Readers fill it; {@link Assembly}
 * checks it.
 */
final class Draft {

	final Spot spot;

	/** What a candidate does, as far as the file tells. */
	ItemType type = ItemType.MULTIPLE_CHOICE;

	/** Its id or name in the file. */
	String id = "";

	/** A name that is no id, from which an id may be made. */
	String title = "";

	String stem = "";

	/** Options, answers, or steps followed by extra steps. */
	final List<Line> options = new ArrayList<>();

	final List<Line> prompts = new ArrayList<>();

	/** Names of right options; for ordering the names of the steps in order. */
	final Set<String> key = new LinkedHashSet<>();

	/** An id or a title of a content domain. */
	String domain = "";

	@Nullable String task;

	@Nullable String topic;

	@Nullable String difficulty;

	@Nullable String level;

	@Nullable String checked;

	final Set<String> references = new LinkedHashSet<>();

	final Set<String> enemies = new LinkedHashSet<>();

	@Nullable Study study;

	Draft(Spot spot) {
		this.spot = spot;
	}

	/**
	 * Something that may be chosen, or a line that wants an answer.
	 *
	 * @param name what tells it apart in its item
	 * @param id its id in a pack, if the file has one
	 * @param text Markdown
	 * @param rationale Markdown
	 * @param answer for prompts: the name of the option that belongs to it
	 */
	record Line(String name, @Nullable String id, String text, @Nullable String rationale, @Nullable String answer) {

		static Line option(String name, String text, @Nullable String rationale) {
			return new Line(name, null, text, rationale, null);
		}

		Line withRationale(@Nullable String other) {
			return new Line(this.name, this.id, this.text, other, this.answer);
		}

	}

	/**
	 * A case study.
	 *
	 * @param id its id or name in the file
	 * @param title for people
	 * @param scenario Markdown
	 */
	record Study(String id, String title, String scenario) {
	}

	void option(String text, @Nullable String rationale, boolean right) {
		String name = String.valueOf(this.options.size());
		this.options.add(Line.option(name, text, rationale));
		if (right) {
			this.key.add(name);
		}
	}

	/** Adds a prompt, and its answer if no other prompt has named the same. */
	void pair(String prompt, @Nullable String rationale, String answer) {
		answer(answer);
		this.prompts.add(new Line(String.valueOf(this.prompts.size()), null, prompt, rationale, answer));
	}

	/** Adds an answer that stands for itself. */
	void answer(String answer) {
		if (this.options.stream().noneMatch((option) -> option.name().equals(answer))) {
			this.options.add(Line.option(answer, answer, null));
		}
	}

	void addReferences(@Nullable String text) {
		if (text != null) {
			for (String part : text.strip().split("\\s+")) {
				if (!part.isEmpty()) {
					this.references.add(part);
				}
			}
		}
	}

	void addEnemies(@Nullable String text) {
		if (text != null) {
			for (String part : text.strip().split("[\\s,]+")) {
				if (!part.isEmpty()) {
					this.enemies.add(part);
				}
			}
		}
	}

}
