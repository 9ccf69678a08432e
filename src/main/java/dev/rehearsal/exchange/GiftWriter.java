package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.ItemType;
import dev.rehearsal.bank.Option;
import dev.rehearsal.bank.Pack;

/**
 * Writes a pack as GIFT: texts as Markdown, ids and tags in the comments that Moodle
 * understands.
 */
final class GiftWriter {

	private static final String NAME = "GIFT";

	private final Pack pack;

	private final Losses losses;

	private final StringBuilder out = new StringBuilder();

	private GiftWriter(Pack pack, Losses losses) {
		this.pack = pack;
		this.losses = losses;
	}

	static byte[] write(Pack pack, Losses losses) {
		Export.lostDefinition(pack, NAME, losses);
		return new GiftWriter(pack, losses).items().getBytes(StandardCharsets.UTF_8);
	}

	private String items() {
		String domain = "";
		Pack.CaseStudy study = null;
		for (Pack.Item item : Export.inOrder(this.pack)) {
			if (!item.domain().equals(domain)) {
				domain = item.domain();
				this.out.append("$CATEGORY: ").append(Tags.path(Export.domain(this.pack, item).title())).append("\n\n");
			}
			if (item.caseStudy() != null && !item.caseStudy().equals(study)) {
				study = item.caseStudy();
				this.out.append("// [id:%s] [tag:%s]\n".formatted(study.id(), Tags.CASE_STUDY));
				this.out.append("::%s::[markdown]%s\n\n".formatted(escape(study.title()), escape(study.scenario())));
			}
			Export.lostIds(item, NAME, this.losses);
			Export.lostExtras(item, NAME, this.losses);
			Export.formulas(item, this.losses);
			item(item);
		}
		return this.out.toString();
	}

	private void item(Pack.Item item) {
		ItemContent content = item.content();
		this.out.append("// [id:%s]".formatted(item.id()));
		Tags.of(item)
			.forEach((tag) -> this.out.append(" [tag:").append(tag.replaceAll("[\\]\\p{Cntrl}]", "")).append(']'));
		this.out.append("\n::%s::[markdown]%s {".formatted(escape(item.id()), escape(content.stem())));
		switch (content.type()) {
			case MULTIPLE_CHOICE, MULTI_RESPONSE -> options(content);
			case ORDERING -> {
				this.out.append(">%d ALL VERTICAL ALL_OR_NOTHING SHOW none\n".formatted(content.key().size()));
				Export.listed(content).forEach((step) -> this.out.append(escape(step.text())).append('\n'));
			}
			case MATCHING -> matching(item);
		}
		String notes = Notes.write(content, Export.listed(content));
		if (!notes.isEmpty()) {
			this.out.append("####").append(escape(notes)).append('\n');
		}
		this.out.append("}\n\n");
	}

	private void options(ItemContent content) {
		this.out.append('\n');
		for (Option option : content.options()) {
			boolean right = content.key().contains(option.id());
			if (content.type() == ItemType.MULTIPLE_CHOICE) {
				this.out.append(right ? "=" : "~");
				if (option.text().startsWith("%")) {
					this.out.append(right ? "%100%" : "%0%"); // or its text would be read
																// as a weight
				}
			}
			else {
				this.out.append(right ? "~%" + share(content.key().size()) + "%" : "~%-100%");
			}
			this.out.append(escape(option.text()));
			if (option.rationale() != null) {
				this.out.append('#').append(escape(option.rationale()));
			}
			this.out.append('\n');
		}
	}

	private static String share(int keys) {
		return String.format(Locale.ROOT, "%.5f", 100.0 / keys).replaceAll("\\.?0+$", "");
	}

	private void matching(Pack.Item item) {
		ItemContent content = item.content();
		this.out.append('\n');
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
		if (prompt.contains("->")) {
			this.losses.changed(Spot.of(item.id()),
					"GIFT has an arrow between prompt and answer: those in a prompt become →");
		}
		this.out.append('=')
			.append(escape(prompt.replace("->", "→")))
			.append(" -> ")
			.append(escape(Export.plainAnswer(item, answer, NAME, this.losses)))
			.append('\n');
	}

	/** An empty line would end the question, so line ends are escaped, too. */
	private static String escape(String text) {
		return text.replace("\\", "\\\\").replaceAll("([~=#{}:])", "\\\\$1").replace("\n", "\\n");
	}

}
