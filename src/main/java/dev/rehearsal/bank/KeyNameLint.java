package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
		Map<String, Double> shares = new HashMap<>();
		ServiceNames.all()
			.forEach((service) -> shares.put(service.name(),
					competing.percent((item) -> item.keys().stream().anyMatch((key) -> service.isIn(key.text())))));
		shares.remove(SUBJECT);
		Map.Entry<String, Double> most = most(shares, "");
		Map.Entry<String, Double> feature = most(shares, SUBJECT_FEATURE);
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
					.measure("service-spread", "The service that keys name most often, %s, in".formatted(most.getKey()),
							most.getValue(), competing.size(), List.of()),
				LintTarget.atMostPercent(6)
					.measure("feature-spread",
							"The feature of SageMaker AI that keys name most often, %s, in".formatted(feature.getKey()),
							feature.getValue(), competing.size(), List.of()));
	}

	private static Map.Entry<String, Double> most(Map<String, Double> shares, String prefix) {
		return shares.entrySet()
			.stream()
			.filter((share) -> share.getKey().startsWith(prefix))
			.max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
			.orElseThrow();
	}

}
