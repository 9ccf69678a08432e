package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Option;
import dev.rehearsal.bank.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * What has no place of its own in Moodle's formats, as a readable text in an item's
 * general feedback, from which it comes back.
 */
final class Notes {

	private static final String NONE = "–";

	// Possessive, since texts of strangers may have thousands of lines.
	private static final Pattern RATIONALES = Pattern
		.compile("(?m)^\\*\\*Rationales\\*\\*\\n\\n((?:[0-9]+\\. .*+\\n(?:(?:   .*+)?+\\n)*+)++)");

	private static final Pattern REFERENCES = Pattern
		.compile("(?m)^\\*\\*References\\*\\*\\n\\n((?:- <[^<>\\s]++>\\n)++)");

	private static final Pattern CHECKED = Pattern.compile("(?m)^\\*\\*Checked\\*\\*: (.+)\\n");

	private static final Pattern ENTRY = Pattern.compile("(?m)^[0-9]+\\. ");

	private Notes() {
	}

	static String write(ItemContent content, List<Option> options) {
		StringBuilder text = new StringBuilder();
		if (content.type() == ItemType.ORDERING || content.type() == ItemType.MATCHING) {
			List<@Nullable String> rationales = new ArrayList<>();
			options.forEach((option) -> rationales.add(option.rationale()));
			content.prompts().stream().map(Prompt::rationale).forEach(rationales::add);
			if (rationales.stream().anyMatch(Objects::nonNull)) {
				text.append("**Rationales**\n\n");
				for (int i = 0; i < rationales.size(); i++) {
					String rationale = Objects.requireNonNullElse(rationales.get(i), NONE);
					text.append(i + 1).append(". ").append(rationale.replace("\n", "\n   ")).append('\n');
				}
				text.append('\n');
			}
		}
		if (!content.references().isEmpty()) {
			text.append("**References**\n\n");
			content.references().forEach((reference) -> text.append("- <").append(reference).append(">\n"));
			text.append('\n');
		}
		if (content.checked() != null) {
			text.append("**Checked**: ").append(content.checked()).append('\n');
		}
		return text.toString().strip();
	}

	/**
	 * Takes the notes over into an item whose options are there, and what else the
	 * feedback says.
	 */
	static void read(String feedback, Draft item, Losses losses) {
		String text = feedback.strip() + "\n";
		Matcher references = REFERENCES.matcher(text);
		if (references.find()) {
			item.addReferences(references.group(1).replaceAll("(?m)^- <|>$", ""));
			text = references.replaceFirst("");
		}
		Matcher checked = CHECKED.matcher(text);
		if (checked.find()) {
			item.checked = checked.group(1);
			text = checked.replaceFirst("");
		}
		Matcher rationales = RATIONALES.matcher(text);
		if (rationales.find() && rationales(rationales.group(1), item)) {
			text = rationales.replaceFirst("");
		}
		if (!text.isBlank()) {
			general(text.strip(), item, losses);
		}
	}

	private static boolean rationales(String list, Draft item) {
		List<String> texts = List.of(ENTRY.split(list)).stream().skip(1).toList();
		if (texts.size() != item.options.size() + item.prompts.size()) {
			return false;
		}
		for (int i = 0; i < texts.size(); i++) {
			String text = texts.get(i).replaceAll("(?m)^   ", "").strip();
			List<Draft.Line> lines = (i < item.options.size()) ? item.options : item.prompts;
			int at = (i < item.options.size()) ? i : i - item.options.size();
			if (!text.equals(NONE)) {
				lines.set(at, lines.get(at).withRationale(text));
			}
		}
		return true;
	}

	/**
	 * A pack explains options and not items, so an explanation of the whole goes to what
	 * is right.
	 */
	static void general(String text, Draft item, Losses losses) {
		List<Draft.Line> lines = (item.type == ItemType.MATCHING) ? item.prompts : item.options;
		for (int i = 0; i < lines.size(); i++) {
			Draft.Line line = lines.get(i);
			if (item.type == ItemType.MATCHING || item.key.contains(line.name())) {
				String before = (line.rationale() != null && !line.rationale().isBlank()) ? line.rationale() + "\n\n"
						: "";
				lines.set(i, line.withRationale(before + text));
				losses.changed(item.spot, "its general feedback has become the rationale of what is right");
				return;
			}
		}
	}

}
