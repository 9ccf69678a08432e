package dev.rehearsal.bank;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that an import needs. Each writes many rows at once. */
@Component
class BankTables {

	private final JdbcClient jdbc;

	BankTables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The version that is in force.
	 *
	 * @param number counts from 1
	 * @param contentHash of all that it says
	 */
	record Version(int number, String contentHash) {
	}

	/**
	 * The last revision of an item.
	 *
	 * @param number counts from 1
	 * @param hashInForce of what it says, or null if the item has retired
	 */
	record Last(int number, @Nullable String hashInForce) {
	}

	/**
	 * A new revision.
	 *
	 * @param prepared what it says
	 * @param number counts the revisions of the item from 1
	 * @param scenario the scenario of its case study
	 */
	record Row(PreparedItem prepared, int number, @Nullable Long scenario) {

		Pack.Item item() {
			return this.prepared.item();
		}

	}

	/** Nobody else imports this pack until the transaction has ended. */
	void lockPack(String packId) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('rehearsal.pack.' || ?, 0))")
			.param(packId)
			.query((row, number) -> "")
			.single();
		this.jdbc.sql("insert into pack (id) values (?) on conflict do nothing").param(packId).update();
	}

	@Nullable Version newestVersion(String packId) {
		return this.jdbc
			.sql("select number, content_hash from pack_version where pack_id = ? order by number desc limit 1")
			.param(packId)
			.query(Version.class)
			.optional()
			.orElse(null);
	}

	void insertVersion(PackDefinition definition, int number, String hash, Instant now) {
		this.jdbc.sql("""
				insert into pack_version (pack_id, number, content_hash, definition, imported_at)
				values (?, ?, ?, ?::json, ?)""")
			.params(definition.id(), number, hash, BankJson.write(definition), now.atOffset(ZoneOffset.UTC))
			.update();
	}

	Map<String, Last> lastRevisions(String packId) {
		Map<String, Last> last = new HashMap<>();
		this.jdbc.sql("""
				select item, max(number) as number, max(content_hash) filter (where to_version is null) as hash
				from item_revision where pack_id = ? group by item""").param(packId).query((row) -> {
			last.put(row.getString("item"), new Last(row.getInt("number"), row.getString("hash")));
		});
		return last;
	}

	/** The id of a scenario, old or new. */
	long scenario(String packId, Pack.CaseStudy caseStudy, String hash) {
		return this.jdbc.sql("""
				with added as (
					insert into scenario (pack_id, name, content_hash, title, text)
					values (:pack, :name, :hash, :title, :text) on conflict do nothing returning id)
				select id from added union all
				select id from scenario where pack_id = :pack and name = :name and content_hash = :hash""")
			.param("pack", packId)
			.param("name", caseStudy.id())
			.param("hash", hash)
			.param("title", caseStudy.title())
			.param("text", caseStudy.scenario())
			.query(Long.class)
			.single();
	}

	/** The revisions of these items that are in force no longer are. */
	void retire(String packId, Collection<String> items, int version) {
		if (items.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				update item_revision set to_version = ?
				where pack_id = ? and to_version is null and item = any(?)""")
			.params(version, packId, items.toArray(String[]::new))
			.update();
	}

	void insertRevisions(String packId, int version, List<Row> rows) {
		if (rows.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("""
					insert into item_revision (pack_id, from_version, item, number, content_hash, type, domain, task, topic,
						difficulty, level, scenario_id, case_study, case_position, enemies, content)
					select ?, ?, item, number, content_hash, type, domain, task, topic,
						difficulty, level, scenario_id, case_study, case_position, string_to_array(enemies, ','), content::jsonb
					from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as row (item, number, content_hash, type, domain,
						task, topic, difficulty, level, scenario_id, case_study, case_position, enemies, content)""")
			.params(packId, version, text(rows, (item) -> item.id()),
					rows.stream().map(Row::number).toArray(Integer[]::new),
					rows.stream().map((row) -> row.prepared().hash()).toArray(String[]::new),
					text(rows, (item) -> item.content().type().code()), text(rows, Pack.Item::domain),
					text(rows, Pack.Item::task), text(rows, Pack.Item::topic), text(rows, Pack.Item::difficulty),
					text(rows, Pack.Item::level), rows.stream().map(Row::scenario).toArray(Long[]::new),
					text(rows, (item) -> (item.caseStudy() != null) ? item.caseStudy().id() : null),
					rows.stream().map((row) -> row.item().casePosition()).toArray(Integer[]::new),
					text(rows, (item) -> String.join(",", item.enemies())),
					rows.stream().map((row) -> row.prepared().content()).toArray(String[]::new))
			.update();
	}

	/** The version in force if it was imported from files with this hash. */
	Optional<ImportResult> inForceFrom(String sourceHash) {
		return this.jdbc
			.sql("""
					select source.pack_id, source.version,
						(select count(*) from item_revision r where r.pack_id = source.pack_id and r.to_version is null) as items
					from import_source source
					where source.hash = ? and source.version =
						(select max(number) from pack_version v where v.pack_id = source.pack_id)""")
			.param(sourceHash)
			.query((row, number) -> new ImportResult(row.getString("pack_id"), row.getInt("version"),
					row.getInt("items"), 0, 0, 0, row.getInt("items"), false))
			.optional();
	}

	/** Remembers from which files a version was imported last. */
	void keepSource(String packId, int version, String hash) {
		this.jdbc.sql("""
				insert into import_source (pack_id, version, hash) values (?, ?, ?)
				on conflict (pack_id) do update set version = excluded.version, hash = excluded.hash""")
			.params(packId, version, hash)
			.update();
	}

	private static @Nullable String[] text(List<Row> rows, Function<Pack.Item, @Nullable String> column) {
		return rows.stream().map(Row::item).map(column).toArray(String[]::new);
	}

}
