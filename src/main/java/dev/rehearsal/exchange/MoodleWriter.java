package dev.rehearsal.exchange;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Option;
import dev.rehearsal.bank.Pack;
import org.jspecify.annotations.Nullable;

/** Writes a pack as Moodle XML: texts as Markdown, which Moodle reads as such. */
final class MoodleWriter {

	private static final String NAME = "Moodle XML";

	private final Pack pack;

	private final Losses losses;

	private final XmlWriter out = new XmlWriter();

	private MoodleWriter(Pack pack, Losses losses) {
		this.pack = pack;
		this.losses = losses;
	}

	static byte[] write(Pack pack, Losses losses) {
		Export.lostDefinition(pack, NAME, losses);
		MoodleWriter writer = new MoodleWriter(pack, losses);
		writer.out.block("quiz", writer::items);
		return writer.out.bytes();
	}

	private void items() {
		String domain = "";
		Pack.CaseStudy study = null;
		for (Pack.Item item : Export.inOrder(this.pack)) {
			if (!item.domain().equals(domain)) {
				domain = item.domain();
				category(item);
			}
			if (item.caseStudy() != null && !item.caseStudy().equals(study)) {
				study = item.caseStudy();
				description(study);
			}
			Export.lostIds(item, NAME, this.losses);
			Export.lostExtras(item, NAME, this.losses);
			Export.formulas(item, this.losses);
			this.out.block("question", () -> question(item), "type", type(item.content().type()));
		}
	}

	private void category(Pack.Item item) {
		String title = Export.domain(this.pack, item).title();
		this.out.block("question", () -> {
			text("category", Tags.path(title), null);
			this.out.text("idnumber", item.domain());
		}, "type", "category");
	}

	private void description(Pack.CaseStudy study) {
		this.out.block("question", () -> {
			text("name", study.title(), null);
			text("questiontext", study.scenario(), "markdown");
			this.out.text("defaultgrade", "0");
			this.out.text("idnumber", study.id());
			this.out.block("tags", () -> text("tag", Tags.CASE_STUDY, null));
		}, "type", "description");
	}

	private static String type(ItemType type) {
		return switch (type) {
			case MULTIPLE_CHOICE, MULTI_RESPONSE -> "multichoice";
			case ORDERING -> "ordering";
			case MATCHING -> "matching";
		};
	}

	private void question(Pack.Item item) {
		ItemContent content = item.content();
		text("name", item.id(), null);
		text("questiontext", content.stem(), "markdown");
		text("generalfeedback", Notes.write(content, Export.listed(content)), "markdown");
		this.out.text("defaultgrade", "1");
		this.out.text("penalty", "0");
		this.out.text("hidden", "0");
		this.out.text("idnumber", item.id());
		switch (content.type()) {
			case MULTIPLE_CHOICE, MULTI_RESPONSE -> choice(content);
			case ORDERING -> ordering(content);
			case MATCHING -> matching(item);
		}
		this.out.block("tags", () -> Tags.of(item).forEach((tag) -> text("tag", tag, null)));
	}

	private void choice(ItemContent content) {
		boolean single = content.type() == ItemType.MULTIPLE_CHOICE;
		this.out.text("single", String.valueOf(single));
		this.out.text("shuffleanswers", "true");
		this.out.text("answernumbering", "abc");
		for (Option option : content.options()) {
			boolean right = content.key().contains(option.id());
			String wrong = single ? "0" : "-100";
			answer(option, right ? share(content.key().size()) : wrong);
		}
	}

	/** Percent in the way in which Moodle knows its grades. */
	private static String share(int keys) {
		return String.format(Locale.ROOT, "%.5f", 100.0 / keys).replaceAll("\\.?0+$", "");
	}

	private void answer(Option option, String fraction) {
		this.out.block("answer", () -> {
			content(option.text());
			text("feedback", Objects.requireNonNullElse(option.rationale(), ""), "markdown");
		}, "fraction", fraction, "format", "markdown");
	}

	private void ordering(ItemContent content) {
		this.out.text("layouttype", "VERTICAL");
		this.out.text("selecttype", "ALL");
		this.out.text("selectcount", "0");
		this.out.text("gradingtype", "ALL_OR_NOTHING");
		this.out.text("showgrading", "SHOW");
		this.out.text("numberingstyle", "none");
		List<Option> steps = Export.listed(content);
		for (int i = 0; i < steps.size(); i++) {
			String text = steps.get(i).text();
			this.out.block("answer", () -> content(text), "fraction", (i + 1) + ".0000000", "format", "markdown");
		}
	}

	private void matching(Pack.Item item) {
		ItemContent content = item.content();
		this.out.text("shuffleanswers", "true");
		for (int i = 0; i < content.prompts().size(); i++) {
			pair(content.prompts().get(i).text(), Export.answer(content, i), item);
		}
		for (Option option : Export.listed(content)) {
			if (content.key().stream().noneMatch((pair) -> pair.endsWith(":" + option.id()))) {
				pair("", option, item);
			}
		}
	}

	private void pair(String prompt, Option answer, Pack.Item item) {
		this.out.block("subquestion", () -> {
			content(prompt);
			text("answer", Export.plainAnswer(item, answer, NAME, this.losses), null);
		}, "format", "markdown");
	}

	private void text(String name, String text, @Nullable String format) {
		this.out.block(name, () -> content(text), "format", format);
	}

	/** A text, with the images that it shows beside it. */
	private void content(String text) {
		this.out.text("text", text.replace("](/images/", "](" + MoodleFiles.ADDRESS + "/"));
		Pictures.shown(text, this.pack)
			.forEach((name) -> this.out.text("file",
					Base64.getEncoder().encodeToString(Objects.requireNonNull(this.pack.images().get(name))), "name",
					name, "path", "/", "encoding", "base64"));
	}

}
