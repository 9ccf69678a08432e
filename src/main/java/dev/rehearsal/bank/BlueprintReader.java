package dev.rehearsal.bank;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Reads a sound blueprint. */
final class BlueprintReader {

	static final int GRACE = 60;

	static final int LOWEST = 100;

	static final int HIGHEST = 1000;

	static final int CUT = 720;

	private BlueprintReader() {
	}

	static Blueprint read(YamlNode.Mapping block, List<ContentDomain> domains) {
		return new Blueprint(block.required("id"), block.required("title"), block.text("description"),
				block.integer("items", 0), block.integer("unscored", 0), block.integer("minutes", 0),
				block.integer("grace", GRACE), block.flag("pause", false), block.flag("credit-outages", true),
				weights(block, domains), scale(block),
				block.scalars("form").stream().map((item) -> item.text().strip()).toList(), imitates(block));
	}

	/** In the order of the domains, however they are written. */
	private static Map<String, Integer> weights(YamlNode.Mapping block, List<ContentDomain> domains) {
		Map<String, Integer> weights = new LinkedHashMap<>();
		if (block.get("weights") instanceof YamlNode.Mapping written) {
			domains.stream()
				.map(ContentDomain::id)
				.filter((domain) -> written.get(domain) != null)
				.forEach((domain) -> weights.put(domain, written.integer(domain, 0)));
		}
		return Collections.unmodifiableMap(weights);
	}

	static Blueprint.Scale scale(YamlNode.Mapping block) {
		return (block.get("scale") instanceof YamlNode.Mapping scale)
				? new Blueprint.Scale(scale.integer("lowest", LOWEST), scale.integer("highest", HIGHEST),
						scale.integer("cut", CUT))
				: new Blueprint.Scale(LOWEST, HIGHEST, CUT);
	}

	private static Blueprint.@Nullable Imitated imitates(YamlNode.Mapping block) {
		if (!(block.get("imitates") instanceof YamlNode.Mapping exam)) {
			return null;
		}
		Blueprint.Status status = Blueprint.Status.valueOf(exam.required("status").toUpperCase(Locale.ROOT));
		return new Blueprint.Imitated(exam.required("exam"), exam.required("name"), status, date(exam, "from"),
				date(exam, "until"), exam.text("note"));
	}

	private static @Nullable LocalDate date(YamlNode.Mapping block, String key) {
		String text = block.text(key);
		return (text != null) ? LocalDate.parse(text) : null;
	}

}
