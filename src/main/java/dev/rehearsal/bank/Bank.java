package dev.rehearsal.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is in force: the packs, their items, and every revision that there ever was. */
@Component
public class Bank {

	/**
	 * How the id of a pack begins that is imported for a trial: no author can write such
	 * an id, and nobody is offered such a pack.
	 */
	public static final String TRIAL = "~";

	/** An item has some 4 KB, so that all of them together have some 40 MB. */
	private static final int CACHED_REVISIONS = 10_000;

	private static final String VERSION = "select v.id, v.number, v.definition, v.imported_at from pack_version v ";

	private final JdbcClient jdbc;

	/** Revisions never change, so that nothing in here is ever wrong. */
	private final Cache<Long, ItemRevision> revisions = Caffeine.newBuilder().maximumSize(CACHED_REVISIONS).build();

	/** Nor do versions. */
	private final Cache<Long, PackVersion> versions = Caffeine.newBuilder().maximumSize(200).build();

	/**
	 * What a version holds does not change either. Of large packs only a few are kept.
	 */
	private final Cache<Long, List<ItemProfile>> profiles = Caffeine.newBuilder()
		.maximumWeight(200_000)
		.weigher((Long version, List<ItemProfile> items) -> items.size())
		.build();

	Bank(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The newest version of every pack, trials left out: those of the folder of packs
	 * before those that somebody wrote here, and by title.
	 * @return possibly empty
	 */
	public List<PackVersion> packs() {
		Map<Long, Boolean> written = new LinkedHashMap<>();
		this.jdbc.sql("""
				select distinct on (v.pack_id) v.id, p.owner is not null as written
				from pack_version v join pack p on p.id = v.pack_id
				where not starts_with(v.pack_id, '~') order by v.pack_id, v.number desc""").query((row) -> {
			written.put(row.getLong("id"), row.getBoolean("written"));
		});
		return versions(written.keySet()).stream()
			.sorted(Comparator.comparing((PackVersion version) -> written.get(version.id()))
				.thenComparing((version) -> version.definition().title())
				.thenComparing((version) -> version.definition().id()))
			.toList();
	}

	/**
	 * The newest version of a pack.
	 * @param packId the pack's id
	 * @return empty if there is no such pack
	 */
	public Optional<PackVersion> pack(String packId) {
		return packId.startsWith(TRIAL) ? Optional.empty() : newest(packId);
	}

	/**
	 * A pack that is imported only for an author's trial.
	 * @param packId begins with {@value #TRIAL}
	 * @return empty if there is no such trial
	 */
	public Optional<PackVersion> trial(String packId) {
		return packId.startsWith(TRIAL) ? newest(packId) : Optional.empty();
	}

	private Optional<PackVersion> newest(String packId) {
		List<Long> id = this.jdbc.sql("select id from pack_version where pack_id = ? order by number desc limit 1")
			.param(packId)
			.query((row, number) -> row.getLong("id"))
			.list();
		return versions(id).stream().findFirst();
	}

	/**
	 * All versions of a pack.
	 * @param packId the pack's id
	 * @return the newest first
	 */
	public List<PackVersion> versions(String packId) {
		return this.jdbc.sql(VERSION + "where v.pack_id = ? order by v.number desc")
			.param(packId)
			.query(Bank::version)
			.list();
	}

	/**
	 * A version of a pack, the newest or an older one.
	 * @param versionId {@link PackVersion#id()}
	 * @return the version
	 * @throws NoSuchElementException if there is no such version
	 */
	public PackVersion version(long versionId) {
		return versions(List.of(versionId)).stream()
			.findFirst()
			.orElseThrow(() -> new NoSuchElementException("There is no pack version " + versionId));
	}

	/**
	 * Nobody waits here for what somebody else is reading: whoever waits may hold the
	 * connection that the other one needs.
	 */
	private List<PackVersion> versions(Collection<Long> ids) {
		Map<Long, PackVersion> known = new HashMap<>(this.versions.getAllPresent(ids));
		Long[] missing = ids.stream().filter((id) -> !known.containsKey(id)).toArray(Long[]::new);
		if (missing.length > 0) {
			this.jdbc.sql(VERSION + "where v.id = any(?)")
				.param(missing)
				.query(Bank::version)
				.list()
				.forEach((version) -> known.put(version.id(), version));
			this.versions.putAll(known);
		}
		return List.copyOf(known.values());
	}

	/**
	 * The items that the newest version of a pack holds.
	 * @param packId the pack's id
	 * @return ordered by revision
	 */
	public List<ItemProfile> items(String packId) {
		return newest(packId).map((version) -> items(version.id())).orElse(List.of());
	}

	/**
	 * The items that a version of a pack holds.
	 * @param versionId {@link PackVersion#id()}
	 * @return ordered by revision
	 * @throws NoSuchElementException if there is no such version
	 */
	public List<ItemProfile> items(long versionId) {
		List<ItemProfile> items = this.profiles.getIfPresent(versionId);
		if (items == null) {
			items = profiles(version(versionId));
			this.profiles.put(versionId, items);
		}
		return items;
	}

	private List<ItemProfile> profiles(PackVersion version) {
		return this.jdbc.sql("""
				select id, item, type, domain, topic, case_study, case_position, enemies
				from item_revision
				where pack_id = ? and from_version <= ? and (to_version is null or to_version > ?)
				order by id""")
			.params(version.definition().id(), version.number(), version.number())
			.query(Bank::profile)
			.list();
	}

	/**
	 * All that the newest version of a pack says of its items.
	 * @param packId the pack's id
	 * @return ordered by item; empty if there is no such pack
	 */
	public List<Pack.Item> itemsInForce(String packId) {
		return this.jdbc
			.sql("""
					select r.item, r.domain, r.task, r.topic, r.difficulty, r.level, r.enemies, r.case_study, r.case_position,
						r.content, s.title, s.text
					from item_revision r left join scenario s on s.id = r.scenario_id
					where r.pack_id = ? and r.to_version is null
					order by r.item collate "C"
					""")
			.param(packId)
			.query(Bank::item)
			.list();
	}

	/**
	 * How many items the other packs have on each topic.
	 * @param packId the pack that does not count
	 * @return by topic
	 */
	Map<String, Integer> topicsElsewhere(String packId) {
		Map<String, Integer> topics = new HashMap<>();
		this.jdbc.sql("""
				select topic, count(*) as items from item_revision
				where pack_id <> ? and not starts_with(pack_id, '~') and to_version is null and topic is not null
				group by topic""").param(packId).query((row) -> {
			topics.put(row.getString("topic"), row.getInt("items"));
		});
		return topics;
	}

	/**
	 * Item revisions, in force or not.
	 * @param ids {@link ItemRevision#id()}
	 * @return by id, without those that do not exist, in the order of the ids
	 */
	public Map<Long, ItemRevision> revisions(Collection<Long> ids) {
		Map<Long, ItemRevision> known = new HashMap<>(this.revisions.getAllPresent(ids));
		Long[] missing = ids.stream().filter((id) -> !known.containsKey(id)).distinct().toArray(Long[]::new);
		if (missing.length > 0) {
			this.jdbc
				.sql("""
						select r.id, r.pack_id, r.item, r.number, r.domain, r.task, r.topic, r.difficulty, r.level, r.content,
							s.id as scenario_id, s.title as scenario_title, s.text as scenario_text
						from item_revision r left join scenario s on s.id = r.scenario_id where r.id = any(?)""")
				.param(missing)
				.query(Bank::revision)
				.list()
				.forEach((revision) -> {
					known.put(revision.id(), revision);
					this.revisions.put(revision.id(), revision);
				});
		}
		Map<Long, ItemRevision> inOrder = new LinkedHashMap<>();
		ids.stream().filter(known::containsKey).forEach((id) -> inOrder.put(id, known.get(id)));
		return inOrder;
	}

	/**
	 * Which items revisions belong to.
	 * @param revisions {@link ItemRevision#id()}, possibly some of them twice
	 * @return item names by revision
	 */
	public Map<Long, String> itemNames(Collection<Long> revisions) {
		Map<Long, String> names = new HashMap<>();
		this.jdbc.sql("select id, item from item_revision where id = any(?)")
			.param(revisions.stream().distinct().toArray(Long[]::new))
			.query((row) -> {
				names.put(row.getLong("id"), row.getString("item"));
			});
		return names;
	}

	private static PackVersion version(ResultSet row, int number) throws SQLException {
		return new PackVersion(row.getLong("id"), row.getInt("number"),
				BankJson.read(row.getString("definition"), PackDefinition.class),
				row.getObject("imported_at", OffsetDateTime.class).toInstant());
	}

	private static ItemProfile profile(ResultSet row, int number) throws SQLException {
		return new ItemProfile(row.getLong("id"), row.getString("item"), ItemType.of(row.getString("type")),
				row.getString("domain"), row.getString("topic"), row.getString("case_study"),
				row.getInt("case_position"), Set.of((String[]) row.getArray("enemies").getArray()));
	}

	private static Pack.Item item(ResultSet row, int number) throws SQLException {
		String caseStudy = row.getString("case_study");
		return new Pack.Item(row.getString("item"), row.getString("domain"), row.getString("task"),
				row.getString("topic"), row.getString("difficulty"), row.getString("level"),
				List.of((String[]) row.getArray("enemies").getArray()),
				(caseStudy != null) ? new Pack.CaseStudy(caseStudy, row.getString("title"), row.getString("text"))
						: null,
				row.getInt("case_position"), BankJson.read(row.getString("content"), ItemContent.class));
	}

	private static ItemRevision revision(ResultSet row, int number) throws SQLException {
		return new ItemRevision(row.getLong("id"), row.getString("pack_id"), row.getString("item"),
				row.getInt("number"), row.getString("domain"), row.getString("task"), row.getString("topic"),
				row.getString("difficulty"), row.getString("level"), scenario(row),
				BankJson.read(row.getString("content"), ItemContent.class));
	}

	private static ItemRevision.@Nullable Scenario scenario(ResultSet row) throws SQLException {
		long id = row.getLong("scenario_id");
		return row.wasNull() ? null
				: new ItemRevision.Scenario(id, row.getString("scenario_title"), row.getString("scenario_text"));
	}

}
