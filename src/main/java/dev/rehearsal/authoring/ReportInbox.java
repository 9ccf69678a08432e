package dev.rehearsal.authoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What candidates report of the items of a pack, for its author. */
@Component
public class ReportInbox {

	private static final String OF_PACK = """
			from item_report r join attempt a on a.id = r.attempt_id join form f on f.id = a.form_id
				join item_revision seen on seen.id = f.revisions[r.position]
				left join lateral (select c.number, c.from_version, c.to_version from item_revision c
					where c.pack_id = seen.pack_id and c.item = seen.item order by c.number desc limit 1) newest on true
				left join pack_version v on v.pack_id = a.pack_id and v.number = coalesce(newest.to_version, newest.from_version)
			where a.pack_id = :pack and a.mode <> 'TRIAL'
			""";

	private final JdbcClient jdbc;

	ReportInbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A report.
	 *
	 * @param id its id
	 * @param item the item
	 * @param revision the number of the revision that the candidate saw
	 * @param text what they wrote
	 * @param reportedAt when, in UTC
	 * @param formId the form on which they saw it
	 * @param position on the form
	 * @param answer what the author answered
	 * @param settled whether it was answered or closed
	 * @param newest the number of the item's newest revision
	 * @param retired whether no version holds the item any more
	 * @param version the version that brought the newest revision, or let the item retire
	 * @param versionAt when that was published, in UTC
	 */
	public record Report(UUID id, String item, int revision, String text, OffsetDateTime reportedAt, UUID formId,
			int position, @Nullable String answer, boolean settled, int newest, boolean retired, int version,
			OffsetDateTime versionAt) {

		/**
		 * Whether the item was changed after the candidate had seen it.
		 * @return true if the author has published another revision, or let it retire
		 */
		public boolean isFixed() {
			return this.newest > this.revision || this.retired;
		}

	}

	/**
	 * The reports of a pack.
	 * @param packId a pack that was found for its author
	 * @param settled whether to show those that are settled instead of the open ones
	 * @param from how many to leave out
	 * @param most how many to show
	 * @return the newest first
	 */
	public List<Report> of(String packId, boolean settled, int from, int most) {
		return this.jdbc
			.sql("""
					select r.id, seen.item, seen.number as revision, r.text, r.reported_at, f.id as form_id, r.position, r.answer,
						r.settled_at is not null as settled, newest.number as newest, newest.to_version is not null as retired,
						v.number as version, v.imported_at as version_at
					"""
					+ OF_PACK
					+ "and (r.settled_at is not null) = :settled order by r.reported_at desc, r.id offset :from limit :most")
			.param("pack", packId)
			.param("settled", settled)
			.param("from", from)
			.param("most", most)
			.query(ReportInbox::report)
			.list();
	}

	/**
	 * How many reports of a pack there are.
	 * @param packId a pack that was found for its author
	 * @param settled whether those that are settled are meant, or those that are open
	 * @return 0 or more
	 */
	public int count(String packId, boolean settled) {
		return this.jdbc.sql("select count(*) " + OF_PACK + "and (r.settled_at is not null) = :settled")
			.param("pack", packId)
			.param("settled", settled)
			.query(Integer.class)
			.single();
	}

	/**
	 * How many reports of a pack wait for its author.
	 * @param packId a pack that was found for its author
	 * @return 0 or more
	 */
	public int countOpen(String packId) {
		return count(packId, false);
	}

	/**
	 * Settles a report, or opens it again.
	 * @param packId a pack that was found for its author
	 * @param id the report
	 * @param answer for the candidate; null to close it without one
	 * @param now the time; null to open it again
	 * @return whether the pack has such a report
	 */
	public boolean settle(String packId, UUID id, @Nullable String answer, @Nullable Instant now) {
		return this.jdbc.sql("""
				update item_report set answer = :answer, settled_at = :now
				where id = :id and attempt_id in (select id from attempt where pack_id = :pack)""")
			.param("answer", answer)
			.param("now", (now != null) ? now.atOffset(ZoneOffset.UTC) : null)
			.param("id", id)
			.param("pack", packId)
			.update() > 0;
	}

	private static Report report(ResultSet row, int number) throws SQLException {
		return new Report(row.getObject("id", UUID.class), row.getString("item"), row.getInt("revision"),
				row.getString("text"), row.getObject("reported_at", OffsetDateTime.class),
				row.getObject("form_id", UUID.class), row.getInt("position"), row.getString("answer"),
				row.getBoolean("settled"), row.getInt("newest"), row.getBoolean("retired"), row.getInt("version"),
				row.getObject("version_at", OffsetDateTime.class));
	}

}
