package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is right in an item of QTI: its correct response, or else what its mapping gives
 * points for.
 */
final class QtiKey {

	private final XmlElement root;

	private final Draft item;

	private final Losses losses;

	QtiKey(XmlElement root, Draft item, Losses losses) {
		this.root = root;
		this.item = item;
		this.losses = losses;
	}

	/** Identifiers or pairs of them. */
	List<String> identifiers(XmlElement interaction) {
		Optional<XmlElement> declaration = this.root.children("responseDeclaration")
			.stream()
			.filter((it) -> it.get("identifier").equals(interaction.get("responseIdentifier")))
			.findFirst();
		if (declaration.isEmpty()) {
			return List.of();
		}
		List<String> correct = declaration.get()
			.all("correctResponse")
			.stream()
			.flatMap((it) -> it.children("value").stream())
			.map((value) -> value.text().strip().replaceAll("\\s+", " "))
			.filter((value) -> !value.isEmpty())
			.toList();
		List<XmlElement> points = declaration.get()
			.all("mapEntry")
			.stream()
			.filter((entry) -> points(entry) > 0)
			.toList();
		boolean single = declaration.get().get("cardinality").equals("single");
		if (points.size() > Math.max(1, correct.size()) || (correct.isEmpty() && points.size() > 1 && single)) {
			this.losses.part(this.item.spot,
					"some responses earn a part of the points: here it is right or wrong as a whole");
		}
		return correct.isEmpty() ? best(points, single) : correct;
	}

	private List<String> best(List<XmlElement> points, boolean single) {
		double most = points.stream().mapToDouble(QtiKey::points).max().orElse(0);
		if (single && points.stream().filter((entry) -> points(entry) >= most).count() > 1) {
			this.losses.part(this.item.spot, "several responses earn all points, and one choice is right here");
			return List.of();
		}
		List<String> right = new ArrayList<>();
		for (XmlElement entry : points) {
			if (!single || (points(entry) >= most && right.isEmpty())) {
				right.add(entry.get("mapKey").strip().replaceAll("\\s+", " "));
			}
		}
		return right;
	}

	private static double points(XmlElement entry) {
		try {
			return Double.parseDouble(entry.get("mappedValue").strip());
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
