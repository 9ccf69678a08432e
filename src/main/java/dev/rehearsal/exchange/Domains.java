package dev.rehearsal.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rehearsal.bank.ContentDomain;
import org.jspecify.annotations.Nullable;

/**
 * The content domains of a pack on its way: those that the file defines, and those that
 * its items name.
 */
final class Domains {

	private static final int MOST = 50;

	private static final int MOST_TASKS = 100;

	private static final int LONGEST_TASK = 20;

	private static final String WITHOUT = "general";

	private final PackDraft draft;

	private final Losses losses;

	private final Slugs slugs = new Slugs();

	/** By what the file calls them. */
	private final Map<String, String> ids = new LinkedHashMap<>();

	private final Map<String, Map<String, String>> tasks = new LinkedHashMap<>();

	private final Map<String, String> titles = new LinkedHashMap<>();

	private final Map<String, List<ContentDomain.Topic>> topics = new HashMap<>();

	Domains(PackDraft draft, Losses losses) {
		this.draft = draft;
		this.losses = losses;
		draft.domains.keySet().forEach((name) -> {
			if (this.titles.size() < MOST - 1) {
				define(name);
			}
		});
	}

	/** Where an item belongs. */
	String idOf(Draft item) {
		String name = item.domain.isBlank() ? WITHOUT : item.domain.strip();
		String known = this.ids.get(name);
		if (known != null) {
			return known;
		}
		if (this.titles.size() >= MOST - 1) {
			this.losses.changed(item.spot,
					"a pack has at most %d content domains: its category %s has become the domain \"more\""
						.formatted(MOST, Losses.quote(name)));
			return this.ids.computeIfAbsent("More", this::define);
		}
		return define(name);
	}

	@Nullable String known(String name) {
		return this.ids.get(name);
	}

	private String define(String name) {
		String slug = Slugs.of(name);
		String id = this.slugs.unique(slug.isEmpty() ? "domain" : slug);
		PackDraft.DomainDraft written = this.draft.domains.get(name);
		String title = name.equals(WITHOUT) ? "General" : name;
		this.titles.put(id,
				Objects.requireNonNullElse(Assembly.line((written != null) ? written.title : title, 200), "General"));
		this.tasks.put(id, new LinkedHashMap<>());
		if (written != null) {
			written.tasks.forEach((task, name2) -> task(id, task, name2));
			written.topics.forEach((task, topics) -> this.topics.put(id + " " + task, topics));
		}
		this.ids.put(name, id);
		return id;
	}

	private boolean task(String domain, String task, String title) {
		Map<String, String> tasks = Objects.requireNonNull(this.tasks.get(domain));
		String id = task.strip();
		if (id.isEmpty() || id.length() > LONGEST_TASK || !id.equals(Assembly.line(id, LONGEST_TASK))
				|| (tasks.size() >= MOST_TASKS && !tasks.containsKey(id))) {
			return false;
		}
		tasks.putIfAbsent(id, Objects.requireNonNullElse(Assembly.line(title, 300), id));
		return true;
	}

	/** The task of an item, which its domain has then. */
	@Nullable String taskOf(Draft item, String domain) {
		String task = item.task;
		if (task == null || task.isBlank()) {
			return null;
		}
		if (!task(domain, task, task)) {
			this.losses.part(item.spot, "its task %s is left out: a pack holds %d tasks of %d characters a domain"
				.formatted(Losses.quote(task), MOST_TASKS, LONGEST_TASK));
			return null;
		}
		return task.strip();
	}

	List<ContentDomain> all() {
		return this.titles.entrySet()
			.stream()
			.map((domain) -> new ContentDomain(domain.getKey(), domain.getValue(),
					Objects.requireNonNull(this.tasks.get(domain.getKey()))
						.entrySet()
						.stream()
						.map((task) -> new ContentDomain.Task(task.getKey(), task.getValue(),
								this.topics.getOrDefault(domain.getKey() + " " + task.getKey(), List.of())))
						.toList()))
			.toList();
	}

}
