package dev.rehearsal.exchange;

import java.util.List;
import java.util.stream.Stream;

import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.Option;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * Writes an item: one interaction, what is right, and a modal feedback for each
 * rationale.
 */
final class QtiItemWriter {

	static final String OPTION = "O_";

	static final String PROMPT = "P_";

	private static final String RESPONSE = "RESPONSE";

	private static final String FEEDBACK = "FEEDBACK";

	private final Pack.Item item;

	private final ItemContent content;

	private final QtiXml out;

	private QtiItemWriter(Pack.Item item, QtiDialect dialect) {
		this.item = item;
		this.content = item.content();
		this.out = new QtiXml(dialect);
	}

	/**
	 * Writes an item.
	 * @param stimulus the address of its case study's text as seen from it
	 */
	static byte[] write(Pack.Item item, @Nullable String stimulus, QtiDialect dialect) {
		return new QtiItemWriter(item, dialect).write(stimulus);
	}

	private byte[] write(@Nullable String stimulus) {
		this.out.root("assessmentItem", () -> {
			response();
			this.out.block("outcomeDeclaration",
					() -> this.out.block("defaultValue", () -> this.out.text("value", "0")), "identifier", "SCORE",
					"cardinality", "single", "baseType", "float");
			this.out.empty("outcomeDeclaration", "identifier", FEEDBACK, "cardinality", "multiple", "baseType",
					"identifier");
			if (stimulus != null && this.item.caseStudy() != null) {
				this.out.empty("assessmentStimulusRef", "identifier", "stimulus-" + this.item.caseStudy().id(), "href",
						stimulus);
			}
			this.out.block("itemBody", () -> {
				this.out.html("div", MarkdownText.html(this.content.stem()));
				interaction();
			});
			processing();
			this.content.options().forEach((option) -> feedback(OPTION + option.id(), option.rationale()));
			this.content.prompts().forEach((prompt) -> feedback(PROMPT + prompt.id(), prompt.rationale()));
		}, "identifier", this.item.id(), "title", this.item.id(), "adaptive", "false", "timeDependent", "false");
		return this.out.bytes();
	}

	private void response() {
		String[] kind = switch (this.content.type()) {
			case MULTIPLE_CHOICE -> new String[] { "single", "identifier" };
			case MULTI_RESPONSE -> new String[] { "multiple", "identifier" };
			case ORDERING -> new String[] { "ordered", "identifier" };
			case MATCHING -> new String[] { "multiple", "directedPair" };
		};
		this.out.block("responseDeclaration",
				() -> this.out.block("correctResponse",
						() -> this.content.key().forEach((key) -> this.out.text("value", value(key)))),
				"identifier", RESPONSE, "cardinality", kind[0], "baseType", kind[1]);
	}

	private String value(String key) {
		int colon = key.indexOf(':');
		return (colon < 0) ? OPTION + key : PROMPT + key.substring(0, colon) + " " + OPTION + key.substring(colon + 1);
	}

	private void interaction() {
		List<Option> options = this.content.options();
		String keys = String.valueOf(this.content.key().size());
		switch (this.content.type()) {
			case MULTIPLE_CHOICE,
					MULTI_RESPONSE ->
				this.out.block("choiceInteraction",
						() -> options.forEach((option) -> choice(option, "simpleChoice", null)), "responseIdentifier",
						RESPONSE, "shuffle", "true", "maxChoices", keys);
			case ORDERING -> this.out.block("orderInteraction",
					() -> options.forEach((option) -> choice(option, "simpleChoice", null)), "responseIdentifier",
					RESPONSE, "shuffle", "true", "minChoices", keys, "maxChoices", keys);
			case MATCHING -> this.out.block("matchInteraction", () -> {
				this.out.block("simpleMatchSet", () -> this.content.prompts().forEach(this::prompt));
				this.out.block("simpleMatchSet",
						() -> options.forEach((option) -> choice(option, "simpleAssociableChoice", "0")));
			}, "responseIdentifier", RESPONSE, "shuffle", "true", "maxAssociations", keys);
		}
	}

	private void choice(Option option, String element, @Nullable String matches) {
		this.out.markup(element, MarkdownText.inline(option.text()), "identifier", OPTION + option.id(), "matchMax",
				matches);
	}

	private void prompt(Prompt prompt) {
		this.out.markup("simpleAssociableChoice", MarkdownText.inline(prompt.text()), "identifier",
				PROMPT + prompt.id(), "matchMax", "1");
	}

	/** All or nothing; then all rationales are shown. */
	private void processing() {
		this.out.block("responseProcessing", () -> {
			this.out.block("responseCondition", () -> {
				this.out.block("responseIf", () -> {
					this.out.block("match", () -> {
						this.out.empty("variable", "identifier", RESPONSE);
						this.out.empty("correct", "identifier", RESPONSE);
					});
					score("1");
				});
				this.out.block("responseElse", () -> score("0"));
			});
			List<String> explained = Stream
				.concat(this.content.options()
					.stream()
					.filter((option) -> option.rationale() != null)
					.map((option) -> OPTION + option.id()),
						this.content.prompts()
							.stream()
							.filter((prompt) -> prompt.rationale() != null)
							.map((prompt) -> PROMPT + prompt.id()))
				.toList();
			if (!explained.isEmpty()) {
				this.out.block("setOutcomeValue", () -> this.out.block("multiple",
						() -> explained.forEach((id) -> this.out.text("baseValue", id, "baseType", "identifier"))),
						"identifier", FEEDBACK);
			}
		});
	}

	private void score(String points) {
		this.out.block("setOutcomeValue", () -> this.out.text("baseValue", points, "baseType", "float"), "identifier",
				"SCORE");
	}

	private void feedback(String id, @Nullable String rationale) {
		if (rationale == null) {
			return;
		}
		String html = MarkdownText.html(rationale);
		String[] attributes = { "outcomeIdentifier", FEEDBACK, "showHide", "show", "identifier", id };
		if (this.out.isV3()) {
			this.out.block("modalFeedback", () -> this.out.markup("contentBody", html), attributes);
		}
		else {
			this.out.markup("modalFeedback", html, attributes);
		}
	}

}
