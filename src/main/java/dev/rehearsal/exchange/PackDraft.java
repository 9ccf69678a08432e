package dev.rehearsal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rehearsal.bank.Blueprint;
import dev.rehearsal.bank.ContentDomain;
import dev.rehearsal.bank.PackTargets;
import org.jspecify.annotations.Nullable;

/** A pack as a file says it, on its way into a pack. */
final class PackDraft {

	/** The file's name, which names the pack where nothing else does. */
	final String file;

	String id = "";

	String title = "";

	String version = "1";

	@Nullable String licence;

	@Nullable String description;

	@Nullable String provenance;

	@Nullable PackTargets targets;

	/** By id. */
	final Map<String, DomainDraft> domains = new LinkedHashMap<>();

	final List<Draft> items = new ArrayList<>();

	/** By their paths in the pack. */
	final Map<String, byte[]> images = new TreeMap<>();

	/** Its weights may be empty: then they are those of its items. */
	final List<Blueprint> blueprints = new ArrayList<>();

	/** Where blueprints stand, by id, if that is known. */
	final Map<String, Spot> blueprintSpots = new HashMap<>();

	PackDraft(String file) {
		this.file = file;
	}

	/** What the file says of a content domain, made if it is new. */
	DomainDraft domain(String domain) {
		return this.domains.computeIfAbsent(domain, DomainDraft::new);
	}

	/** A content domain and the titles of its tasks by id. */
	static final class DomainDraft {

		String title;

		final Map<String, String> tasks = new LinkedHashMap<>();

		/** By task. */
		final Map<String, List<ContentDomain.Topic>> topics = new LinkedHashMap<>();

		DomainDraft(String title) {
			this.title = title;
		}

		/** For files that name tasks here and there. */
		void sortTasks() {
			Map<String, String> sorted = new TreeMap<>(this.tasks);
			this.tasks.clear();
			this.tasks.putAll(sorted);
		}

	}

}
