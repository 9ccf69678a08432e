package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.rehearsal.bank.ItemType;
import org.jspecify.annotations.Nullable;

/** What stands in the braces of a GIFT question, and so which type of item it is. */
final class GiftAnswers {

	private static final Pattern WEIGHT = Pattern.compile("^\\s*%(-?[0-9]{1,3}(\\.[0-9]{0,10})?)%");

	private static final Pattern TRUE_FALSE = Pattern.compile("(?s)^(T|TRUE|F|FALSE)\\s*(#(.*))?$");

	/**
	 * What stands behind the sign of an ordering, each at most once and in this order, as
	 * Moodle's question type writes it: number, choice, layout, grading, whether that is
	 * shown, numbering.
	 */
	private static final List<Pattern> ORDERING = Stream
		.of("[0-9]+", "ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG", "HORIZONTAL|HORI|H|VERTICAL|VERT|V|[01]",
				"ALL_OR_NOTHING|ABSOLUTE_POSITION|ABSOLUTE|ABS|RELATIVE[A-Z_]*+|LONGEST_[A-Z_]++",
				"SHOW|HIDE|TRUE|FALSE|YES|NO|[01]", "none|abc|ABCD|123|iii|IIII")
		.map((words) -> Pattern.compile("[ \\t]*+(?:" + words + ")(?=\\s|$)"))
		.toList();

	private static final double FULL = 99.9;

	private final Draft item;

	private final String format;

	private final Gallery gallery;

	private final Losses losses;

	GiftAnswers(Draft item, String format, Gallery gallery, Losses losses) {
		this.gallery = gallery;
		this.item = item;
		this.format = format;
		this.losses = losses;
	}

	/** Whether the answers are ones that a pack holds; there is a loss if not. */
	boolean read(String marked) {
		int general = marked.lastIndexOf("####");
		String answers = (general >= 0) ? marked.substring(0, general).strip() : marked;
		boolean held = answers(answers);
		if (held && general >= 0) {
			Notes.read(markdown(marked.substring(general + 4)), this.item, this.losses);
		}
		return held;
	}

	private boolean answers(String answers) {
		Matcher trueFalse = TRUE_FALSE.matcher(answers);
		if (answers.isEmpty()) {
			return notHeld("an essay question");
		}
		if (answers.startsWith("#")) {
			return notHeld("a numerical question");
		}
		if (answers.startsWith(">")) {
			ordering(answers);
		}
		else if (answers.indexOf('~') >= 0) {
			choice(answers);
		}
		else if (answers.indexOf('=') >= 0 && answers.contains("->")) {
			matching(answers);
		}
		else if (trueFalse.matches()) {
			trueFalse(trueFalse.group(1).startsWith("T"), trueFalse.group(3));
		}
		else {
			return notHeld("a short-answer question");
		}
		return true;
	}

	private boolean notHeld(String what) {
		this.losses.item(this.item.spot, what + " has no place in a pack, whose items are answered without typing");
		return false;
	}

	private void choice(String answers) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		boolean single = false;
		for (int i = 0; i < answers.length(); i++) {
			char sign = answers.charAt(i);
			if (sign == '~' || sign == '=') {
				parts.add(part.toString());
				part.setLength(0);
			}
			single |= sign == '=';
			part.append(sign);
		}
		parts.add(part.toString());
		this.item.type = single ? ItemType.MULTIPLE_CHOICE : ItemType.MULTI_RESPONSE;
		for (String option : parts) {
			if (option.strip().length() > 1) {
				option(option.strip(), single);
			}
		}
	}

	private void option(String option, boolean single) {
		String text = (option.startsWith("~") || option.startsWith("=")) ? option.substring(1) : option;
		double weight = option.startsWith("=") ? 100 : 0;
		Matcher weighted = WEIGHT.matcher(text);
		if (weighted.find()) {
			weight = Double.parseDouble(weighted.group(1));
			text = text.substring(weighted.end());
		}
		if (single && weight > 0 && weight < FULL) {
			this.losses.part(this.item.spot,
					"an option earns %s percent: there is no partial credit here, and it counts as wrong"
						.formatted(weighted.group(1)));
		}
		int feedback = text.indexOf('#');
		this.item.option(markdown((feedback >= 0) ? text.substring(0, feedback) : text),
				(feedback >= 0) ? markdown(text.substring(feedback + 1)) : null, single ? weight >= FULL : weight > 0);
	}

	private void trueFalse(boolean right, @Nullable String feedback) {
		String[] parts = (feedback != null) ? feedback.split("#", 2) : new String[0];
		String wrongWhy = (parts.length > 0) ? markdown(parts[0]) : null;
		String rightWhy = (parts.length > 1) ? markdown(parts[1]) : null;
		this.item.option("True", right ? rightWhy : wrongWhy, right);
		this.item.option("False", right ? wrongWhy : rightWhy, !right);
	}

	private void matching(String answers) {
		this.item.type = ItemType.MATCHING;
		for (String pair : answers.split("=")) {
			if (pair.isBlank()) {
				continue;
			}
			int arrow = pair.indexOf("->");
			if (arrow < 0) {
				this.losses.part(this.item.spot, "%s has no arrow to its answer and is left out"
					.formatted(Losses.quote(GiftText.restore(pair))));
				continue;
			}
			String prompt = markdown(pair.substring(0, arrow));
			String answer = HtmlText.plain(GiftText.restore(pair.substring(arrow + 2)));
			if (pair.substring(0, arrow).isBlank()) {
				this.item.answer(answer);
			}
			else {
				this.item.pair(prompt, null, answer);
			}
		}
	}

	private void ordering(String answers) {
		this.item.type = ItemType.ORDERING;
		int at = 1;
		boolean part = false;
		for (Pattern words : ORDERING) {
			Matcher word = words.matcher(answers).region(at, answers.length());
			if (word.lookingAt()) {
				part |= word.group().matches("(?i)\\s*(RANDOM|REL|CONTIG|CONTIGUOUS)");
				at = word.end();
			}
		}
		String steps = answers.substring(at);
		boolean lines = steps.indexOf('=') < 0;
		for (String step : steps.split(lines ? "\n" : "=")) {
			if (!step.isBlank()) {
				this.item.option(markdown(step), null, true);
			}
		}
		if (part) {
			this.losses.changed(this.item.spot, "it shows a part of its steps in Moodle: here all of them are shown");
		}
	}

	private String markdown(String marked) {
		return new GiftText(marked, this.format).markdown(this.gallery, this.losses, this.item.spot);
	}

}
