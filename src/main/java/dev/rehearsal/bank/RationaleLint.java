package dev.rehearsal.bank;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import dev.rehearsal.bank.LintItem.Explained;
import dev.rehearsal.bank.LintReport.Finding;
import dev.rehearsal.bank.LintReport.Measure;

/** Whether everything is explained, and the explanation can be checked. */
final class RationaleLint {

	private static final int FEWEST_WORDS = 15;

	private static final int MOST_WORDS = 60;

	/** Options are shuffled, so that letters and places say nothing. */
	private static final Pattern LETTER = Pattern.compile(
			"\\b(?i:option|answer|choice) [A-F]\\b|(?i)\\b(first|second|third|fourth|last) (option|answer|choice)\\b");

	private RationaleLint() {
	}

	static List<Measure> measures(LintItems items, LocalDate today) {
		List<Explained> texts = items.items().stream().flatMap((item) -> item.explained().stream()).toList();
		List<Finding> unexplained = items.items()
			.stream()
			.flatMap((item) -> item.explained()
				.stream()
				.filter((text) -> !isExplained(text))
				.map((text) -> new Finding(item.id(), "%d words explain “%s”".formatted(length(text), text.text()))))
			.toList();
		LocalDate yearAgo = today.minusYears(1);
		return List.of(
				LintTarget.atLeastPercent(100)
					.measure("rationale-length", "Options explained in 15 to 60 words of their own",
							LintTarget.share(texts.stream().filter(RationaleLint::isExplained).count(), texts.size()),
							texts.size(), unexplained),
				LintTarget.none("letter-reference", "A rationale names an option by its letter or place",
						items.findings((item) -> item.explained().stream().anyMatch(RationaleLint::hasLetter),
								(item) -> "name the option by what it says")),
				LintTarget.atLeastPercent(100)
					.measure("reference", "Items with a reference",
							items.percent((item) -> !references(item).isEmpty()), items.size(),
							items.findings((item) -> references(item).isEmpty(), (item) -> "no reference")),
				LintTarget.atLeastPercent(100)
					.measure("checked", "Items checked within a year",
							items.percent((item) -> isChecked(item, yearAgo)), items.size(),
							items.findings((item) -> !isChecked(item, yearAgo),
									(item) -> "begin `checked` with a date within a year")));
	}

	private static boolean isExplained(Explained text) {
		return length(text) >= FEWEST_WORDS && length(text) <= MOST_WORDS;
	}

	private static int length(Explained text) {
		return (text.rationale() == null) ? 0 : Wording.words(text.rationale()).size();
	}

	private static boolean hasLetter(Explained text) {
		return text.rationale() != null && LETTER.matcher(text.rationale()).find();
	}

	private static List<String> references(LintItem item) {
		return item.item()
			.content()
			.references()
			.stream()
			.filter((link) -> URI.create(link).getHost() != null)
			.toList();
	}

	private static boolean isChecked(LintItem item, LocalDate yearAgo) {
		String checked = item.item().content().checked();
		if (checked == null || checked.length() < 10) {
			return false;
		}
		try {
			return !LocalDate.parse(checked.substring(0, 10)).isBefore(yearAgo);
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

}
