package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rehearsal.bank.Pack;
import org.jspecify.annotations.Nullable;

/**
 * What Moodle has no fields for, as tags of its own: {@code task:1.1}. Formats with tags
 * and categories share it.
 */
final class Tags {

	static final String CASE_STUDY = "case-study";

	private Tags() {
	}

	static List<String> of(Pack.Item item) {
		List<String> tags = new ArrayList<>();
		tags.add("domain:" + item.domain());
		add(tags, "task", item.task());
		add(tags, "topic", item.topic());
		add(tags, "difficulty", item.difficulty());
		add(tags, "level", item.level());
		item.enemies().forEach((enemy) -> add(tags, "enemy", enemy));
		add(tags, CASE_STUDY, (item.caseStudy() != null) ? item.caseStudy().id() : null);
		return tags;
	}

	private static void add(List<String> tags, String name, @Nullable String value) {
		if (value != null) {
			tags.add(name + ":" + value);
		}
	}

	/**
	 * Takes tags over into an item.
	 * @param category the category that the item stands in, as its path
	 * @param studies the case studies that came before it, by id
	 */
	static void read(List<String> tags, Draft item, List<String> category, PackDraft pack,
			Map<String, Draft.Study> studies, Losses losses) {
		item.domain = category.isEmpty() ? "" : category.getFirst();
		item.topic = (category.size() > 1) ? category.getLast() : null;
		if (category.size() > 2) {
			losses.part(item.spot, "of its category %s the first part has become the domain and the last one the topic"
				.formatted(Losses.quote(String.join("/", category))));
		}
		for (String tag : tags) {
			String value = tag.substring(tag.indexOf(':') + 1).strip();
			switch (tag.substring(0, Math.max(0, tag.indexOf(':')))) {
				case "domain" -> {
					PackDraft.DomainDraft domain = pack.domain(value);
					domain.title = (domain.title.equals(value) && !category.isEmpty()) ? category.getFirst()
							: domain.title;
					item.domain = value;
				}
				case "task" -> item.task = value;
				case "topic" -> item.topic = value;
				case "difficulty" -> item.difficulty = value;
				case "level" -> item.level = value;
				case "enemy" -> item.enemies.add(value);
				case CASE_STUDY -> {
					item.study = studies.get(value);
					if (item.study == null) {
						losses.part(item.spot, "its case study %s does not stand before it in the file"
							.formatted(Losses.quote(value)));
					}
				}
				default -> other(tag, item, losses);
			}
		}
	}

	private static void other(String tag, Draft item, Losses losses) {
		if (List.of("easy", "medium", "hard").contains(tag)) {
			item.difficulty = tag;
		}
		else if (item.topic == null && !Slugs.of(tag).isEmpty()) {
			item.topic = tag;
		}
		else {
			losses.part(item.spot, "the tag %s is left out: an item has one topic".formatted(Losses.quote(tag)));
		}
	}

	/**
	 * The parts of a category's path that mean something: {@code $course$/top/Storage} is
	 * Storage.
	 */
	static List<String> category(String path) {
		List<String> parts = new ArrayList<>();
		for (String part : path.strip().replace("//", "\0").split("/")) {
			String name = part.replace('\0', '/').strip();
			boolean system = name.isEmpty() || (name.startsWith("$") && name.endsWith("$"))
					|| (parts.isEmpty() && name.equalsIgnoreCase("top"));
			if (!system) {
				parts.add(name);
			}
		}
		return parts;
	}

	static String path(String domain) {
		return "$course$/top/" + domain.replace("/", "//");
	}

}
