package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads GIFT: divides the file into questions and finds each one's name, text and
 * answers.
 */
final class GiftReader {

	private static final Pattern COMMENT_TAG = Pattern.compile("\\[tag:([^\\]\\p{Cntrl}]+)]");

	private static final Pattern COMMENT_ID = Pattern.compile("\\[id:([^\\]\\p{Cntrl}]+)]");

	private static final String CATEGORY = "$CATEGORY:";

	private static final String BLANK = "_____";

	private final PackDraft draft;

	private final Losses losses;

	private final Map<String, Draft.Study> studies = new HashMap<>();

	private List<String> category = List.of();

	private String id = "";

	/** Whether the answers of a question have begun. */
	private boolean opened;

	/**
	 * Whether they have ended: then a name begins another question, even without an empty
	 * line.
	 */
	private boolean closed;

	private final List<String> tags = new ArrayList<>();

	private GiftReader(String file, Losses losses) {
		this.draft = new PackDraft(file);
		this.losses = losses;
	}

	static PackDraft read(String file, byte[] bytes, Losses losses) {
		GiftReader reader = new GiftReader(file, losses);
		// The characters of private use that stand for escaped ones mean nothing in a
		// text.
		String text = SourceText.lines(SourceText.decode(file, bytes)).replaceAll("[\uE000-\uE07F]", "\uFFFD");
		reader.lines(text.split("\n", -1));
		return reader.draft;
	}

	private void lines(String[] lines) {
		StringBuilder block = new StringBuilder();
		int begin = 0;
		for (int i = 0; i <= lines.length; i++) {
			String line = (i < lines.length) ? lines[i].strip() : "";
			boolean ends = line.isEmpty() && !(i < lines.length && isOpen(block, lines, i));
			if (ends || line.startsWith(CATEGORY) || (line.startsWith("::") && this.closed)) {
				flush(block, begin);
			}
			if (line.startsWith(CATEGORY)) {
				this.category = Tags.category(GiftText.restore(GiftText.mark(line.substring(CATEGORY.length()))));
			}
			else if (line.startsWith("//")) {
				comment(line);
			}
			else if (!line.isEmpty() || !block.isEmpty()) {
				begin = block.isEmpty() ? i + 1 : begin;
				// The indentation of code counts.
				block.append(lines[i].stripTrailing()).append('\n');
				String marked = GiftText.mark(line);
				this.opened |= marked.indexOf('{') >= 0;
				this.closed |= this.opened && marked.indexOf('}') >= 0;
			}
		}
	}

	/**
	 * An empty line in an answer is no end if the answer ends before another question
	 * begins.
	 */
	private static boolean isOpen(StringBuilder block, String[] lines, int at) {
		String marked = GiftText.mark(block.toString());
		if (marked.indexOf('{') < 0 || marked.indexOf('}') > 0) {
			return false;
		}
		for (int i = at + 1; i < Math.min(lines.length, at + 50); i++) {
			String line = GiftText.mark(lines[i]);
			int close = line.indexOf('}');
			int open = line.indexOf('{');
			if (close >= 0 || open >= 0) {
				return close >= 0 && (open < 0 || close < open);
			}
		}
		return false;
	}

	private void comment(String line) {
		Matcher found = COMMENT_ID.matcher(line);
		if (found.find()) {
			this.id = found.group(1).strip();
		}
		COMMENT_TAG.matcher(line).results().forEach((tag) -> this.tags.add(tag.group(1).strip()));
	}

	private void flush(StringBuilder block, int line) {
		String text = GiftText.mark(block.toString()).strip();
		block.setLength(0);
		this.opened = false;
		this.closed = false;
		if (!text.isEmpty()) {
			question(text, line);
			this.id = "";
			this.tags.clear();
		}
	}

	private void question(String marked, int line) {
		String text = marked;
		String name = "";
		int end = text.startsWith("::") ? text.indexOf("::", 2) : -1;
		if (end > 0) {
			name = GiftText.restore(text.substring(2, end)).strip();
			text = text.substring(end + 2).strip();
		}
		int open = text.indexOf('{');
		int close = text.indexOf('}', Math.max(open, 0));
		Spot spot = new Spot(this.draft.file, line,
				name.isEmpty() ? GiftText.restore((open > 0) ? text.substring(0, open) : text) : name);
		if ((open < 0) != (text.indexOf('}') < 0) || (open >= 0 && close < 0)) {
			this.losses.item(spot,
					"its braces do not fit together: write { and } around its answers, and \\{ and \\} for signs");
			return;
		}
		if (open < 0) {
			description(new GiftText(text, "moodle"), name, spot);
			return;
		}
		String after = text.substring(close + 1).strip();
		if (after.indexOf('{') >= 0) {
			this.losses.item(spot, "a question with answers in several places has no place in a pack");
			return;
		}
		String stem = text.substring(0, open) + (after.replaceAll("[\"';]", "").isEmpty() ? "" : BLANK + " " + after);
		GiftText question = new GiftText(stem, "moodle");
		Draft item = new Draft(spot);
		item.id = this.id;
		item.title = name;
		item.stem = question.markdown(Gallery.ofTexts(this.draft.images), this.losses, spot);
		Tags.read(this.tags, item, this.category, this.draft, this.studies, this.losses);
		if (new GiftAnswers(item, question.format(), Gallery.ofTexts(this.draft.images), this.losses)
			.read(text.substring(open + 1, close).strip())) {
			this.draft.items.add(item);
		}
	}

	private void description(GiftText text, String name, Spot spot) {
		if (this.tags.contains(Tags.CASE_STUDY) && !this.id.isEmpty()) {
			this.studies.put(this.id, new Draft.Study(this.id, name,
					text.markdown(Gallery.ofTexts(this.draft.images), this.losses, spot)));
		}
		else {
			this.losses.item(spot, "a text without answers that belongs to no case study has no place in a pack");
		}
	}

}
