package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import dev.rehearsal.bank.LintItem.Choice;
import dev.rehearsal.bank.LintReport.Finding;
import dev.rehearsal.bank.LintReport.Measure;

/**
 * What keys name: no service of the past, no price, and not one service again and again.
 */
final class KeyNameLint {

	private static final Pattern PRICE = Pattern.compile("(USD|EUR|\\$|€) ?\\d|\\d ?(cents|USD|EUR|€)");

	/** The exam is about it, so that it has to be the key more often than any other. */
	private static final String SUBJECT = "SageMaker AI";

	private static final String SUBJECT_FEATURE = "SageMaker";

	private KeyNameLint() {
	}

	static List<Measure> measures(LintItems items) {
		List<Finding> retired = new ArrayList<>();
		for (LintItem item : items.items()) {
			for (Choice key : item.keys()) {
				ServiceNames.retired()
					.stream()
					.filter((name) -> name.pattern().matcher(key.text()).find())
					.forEach((name) -> retired
						.add(new Finding(item.id(), "“%s”: %s".formatted(key.text(), name.advice()))));
			}
		}
		LintItems competing = items.where(LintItem::hasDistractors);
		ServiceNames.Service most = ServiceNames.all()
			.stream()
			.filter((service) -> !service.name().equals(SUBJECT))
			.max(Comparator.comparingDouble((service) -> competing.percent((item) -> isKey(item, service))))
			.orElseThrow();
		ServiceNames.Service feature = ServiceNames.all()
			.stream()
			.filter((service) -> service.name().startsWith(SUBJECT_FEATURE) && !service.name().equals(SUBJECT))
			.max(Comparator.comparingDouble((service) -> competing.percent((item) -> isKey(item, service))))
			.orElseThrow();
		return List.of(
				LintTarget.none("retired-name", "A key names a service that is closed, gone or called otherwise now",
						retired),
				LintTarget.atMostPercent(3)
					.measure("price", "Items whose key names a price",
							competing.percent(
									(item) -> item.keys().stream().anyMatch((k) -> PRICE.matcher(k.text()).find())),
							competing.size(),
							competing.findings(
									(item) -> item.keys().stream().anyMatch((k) -> PRICE.matcher(k.text()).find()),
									(item) -> "prices change")),
				LintTarget.atMostPercent(20)
					.measure("service-spread", "The service that keys name most often, %s, in".formatted(most.name()),
							competing.percent((item) -> isKey(item, most)), competing.size(), List.of()),
				LintTarget.atMostPercent(6)
					.measure("feature-spread",
							"The feature of SageMaker AI that keys name most often, %s, in".formatted(feature.name()),
							competing.percent((item) -> isKey(item, feature)), competing.size(), List.of()));
	}

	private static boolean isKey(LintItem item, ServiceNames.Service service) {
		return item.keys().stream().anyMatch((key) -> service.pattern().matcher(key.text()).find());
	}

}
