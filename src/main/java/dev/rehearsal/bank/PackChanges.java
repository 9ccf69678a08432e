package dev.rehearsal.bank;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what would change if a pack were put into force, and what did. */
@Component
public class PackChanges {

	private final Bank bank;

	private final JdbcClient jdbc;

	PackChanges(Bank bank, JdbcClient jdbc) {
		this.bank = bank;
		this.jdbc = jdbc;
	}

	/**
	 * Compares a pack with the version that is in force.
	 * @param pack read without problems
	 * @return what an import would change
	 */
	public Changes of(Pack pack) {
		PackVersion inForce = this.bank.pack(pack.definition().id()).orElse(null);
		Map<String, String> before = new TreeMap<>();
		this.jdbc.sql("select item, content_hash from item_revision where pack_id = ? and to_version is null")
			.param(pack.definition().id())
			.query((row) -> {
				before.put(row.getString("item"), row.getString("content_hash"));
			});
		Map<String, String> after = new TreeMap<>();
		pack.items().forEach((item) -> after.put(item.id(), ContentHash.of(item)));
		return changes((inForce != null) ? inForce.definition() : null, pack.definition(), before, after);
	}

	/**
	 * Compares two versions of a pack.
	 * @param before the older one
	 * @param after the newer one
	 * @return what changed
	 */
	public Changes between(PackVersion before, PackVersion after) {
		return changes(before.definition(), after.definition(), hashes(before), hashes(after));
	}

	/**
	 * The item revisions of a version.
	 * @param version any version
	 * @return {@link ItemRevision#id()} by item
	 */
	public Map<String, Long> revisions(PackVersion version) {
		Map<String, Long> revisions = new TreeMap<>();
		this.jdbc.sql("""
				select item, id from item_revision
				where pack_id = ? and from_version <= ? and (to_version is null or to_version > ?)""")
			.params(version.definition().id(), version.number(), version.number())
			.query((row) -> {
				revisions.put(row.getString("item"), row.getLong("id"));
			});
		return revisions;
	}

	/** What was taken back is as before, though it has a revision of its own. */
	private Map<String, String> hashes(PackVersion version) {
		Map<String, String> hashes = new TreeMap<>();
		this.jdbc.sql("""
				select item, content_hash from item_revision
				where pack_id = ? and from_version <= ? and (to_version is null or to_version > ?)""")
			.params(version.definition().id(), version.number(), version.number())
			.query((row) -> {
				hashes.put(row.getString("item"), row.getString("content_hash"));
			});
		return hashes;
	}

	private static Changes changes(@Nullable PackDefinition before, PackDefinition after, Map<String, ?> itemsBefore,
			Map<String, ?> itemsAfter) {
		List<String> added = itemsAfter.keySet().stream().filter((item) -> !itemsBefore.containsKey(item)).toList();
		List<String> retired = itemsBefore.keySet().stream().filter((item) -> !itemsAfter.containsKey(item)).toList();
		List<String> revised = itemsAfter.keySet()
			.stream()
			.filter((item) -> itemsBefore.containsKey(item)
					&& !Objects.equals(itemsBefore.get(item), itemsAfter.get(item)))
			.toList();
		Map<String, Blueprint> blueprintsBefore = blueprints((before != null) ? before.blueprints() : List.of());
		Map<String, Blueprint> blueprintsAfter = blueprints(after.blueprints());
		Set<String> all = new HashSet<>(blueprintsBefore.keySet());
		all.addAll(blueprintsAfter.keySet());
		List<String> blueprints = all.stream()
			.filter((id) -> !Objects.equals(blueprintsBefore.get(id), blueprintsAfter.get(id)))
			.sorted()
			.toList();
		return new Changes(before == null, added, revised, retired, itemsAfter.size() - added.size() - revised.size(),
				blueprints, !after.equals(before));
	}

	private static Map<String, Blueprint> blueprints(List<Blueprint> blueprints) {
		return blueprints.stream().collect(Collectors.toMap(Blueprint::id, Function.identity()));
	}

	/**
	 * What changes from one state of a pack to the next.
	 *
	 * @param first whether there was none before
	 * @param added items that are new, or back again
	 * @param revised items that say something else
	 * @param retired items that are no longer there
	 * @param unchanged how many items are as before
	 * @param blueprints ids of the blueprints that are new, gone or different
	 * @param definition whether anything besides the items is different
	 */
	public record Changes(boolean first, List<String> added, List<String> revised, List<String> retired, int unchanged,
			List<String> blueprints, boolean definition) {

		/**
		 * Whether everything is as before.
		 * @return true if an import would do nothing
		 */
		public boolean isEmpty() {
			return this.added.isEmpty() && this.revised.isEmpty() && this.retired.isEmpty() && !this.definition;
		}

	}

}
