package dev.rehearsal.authoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.account.Candidates;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what authors write until they publish it. */
@Component
public class Drafts {

	/** Nobody works on as many packs at once. */
	static final int MOST = 50;

	private static final String SELECT = "select id, owner, title, pack_id, revision, saved_at from pack_draft ";

	private final JdbcClient jdbc;

	private final Candidates candidates;

	Drafts(JdbcClient jdbc, Candidates candidates) {
		this.jdbc = jdbc;
		this.candidates = candidates;
	}

	/**
	 * The drafts of an author.
	 * @param owner whose
	 * @return the one that was saved last comes first
	 */
	public List<Draft> of(CandidateId owner) {
		return this.jdbc.sql(SELECT + "where owner = ? order by saved_at desc")
			.param(owner.value())
			.query(Drafts::draft)
			.list();
	}

	/**
	 * A draft of an author.
	 * @param id the draft
	 * @param owner whose it must be
	 * @return the draft
	 * @throws NoSuchDraftException if there is none or it is somebody else's
	 */
	public Draft find(UUID id, CandidateId owner) {
		return this.jdbc.sql(SELECT + "where id = ? and owner = ?")
			.params(id, owner.value())
			.query(Drafts::draft)
			.optional()
			.orElseThrow(() -> new NoSuchDraftException(id));
	}

	/**
	 * The files of a draft.
	 * @param draft one that was found for its owner
	 * @return by path; the map may be changed
	 */
	public SortedMap<String, byte[]> files(Draft draft) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		this.jdbc.sql("select path, content from draft_file where draft_id = ?").param(draft.id()).query((row) -> {
			files.put(row.getString("path"), row.getBytes("content"));
		});
		return files;
	}

	/**
	 * Begins a draft.
	 * @param owner whose it is
	 * @param files its files by path
	 * @param now the time
	 * @return the draft
	 * @throws DraftRefusedException if it can't be kept
	 */
	@Transactional
	public Draft create(CandidateId owner, SortedMap<String, byte[]> files, Instant now) {
		DraftFiles.check(files);
		this.candidates.keep(owner, now);
		UUID id = UUID.randomUUID();
		int created = this.jdbc.sql("""
				insert into pack_draft (id, owner, title, pack_id, revision, created_at, saved_at)
				select :id, :owner, :title, :pack, 1, :now, :now
				where (select count(*) from pack_draft where owner = :owner) < :most""")
			.param("id", id)
			.param("owner", owner.value())
			.param("title", DraftFiles.title(files))
			.param("pack", DraftFiles.packId(files))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("most", MOST)
			.update();
		if (created == 0) {
			throw new DraftRefusedException(DraftRefusal.TOO_MANY, "");
		}
		files.forEach((path, content) -> put(id, path, content));
		return find(id, owner);
	}

	/**
	 * Saves a draft, unless it was saved since it was looked at.
	 * @param draft one that was found for its owner
	 * @param revision the one that the change was made from
	 * @param files all of its files by path
	 * @param now the time
	 * @return the draft as it is now
	 * @throws DraftRefusedException if it can't be kept so
	 */
	@Transactional
	public Draft save(Draft draft, int revision, SortedMap<String, byte[]> files, Instant now) {
		DraftFiles.check(files);
		int saved = this.jdbc.sql("""
				update pack_draft set revision = revision + 1, title = ?, pack_id = ?, saved_at = ?
				where id = ? and owner = ? and revision = ?""")
			.params(DraftFiles.title(files), DraftFiles.packId(files), now.atOffset(ZoneOffset.UTC), draft.id(),
					draft.owner().value(), revision)
			.update();
		if (saved == 0) {
			throw new DraftRefusedException(DraftRefusal.STALE, "");
		}
		SortedMap<String, byte[]> before = files(draft);
		before.keySet()
			.stream()
			.filter((path) -> !files.containsKey(path))
			.forEach((path) -> this.jdbc.sql("delete from draft_file where draft_id = ? and path = ?")
				.params(draft.id(), path)
				.update());
		files.forEach((path, content) -> {
			if (!Arrays.equals(content, before.get(path))) {
				put(draft.id(), path, content);
			}
		});
		return find(draft.id(), draft.owner());
	}

	private void put(UUID id, String path, byte[] content) {
		this.jdbc.sql("""
				insert into draft_file (draft_id, path, content) values (?, ?, ?)
				on conflict (draft_id, path) do update set content = excluded.content""")
			.params(id, path, content)
			.update();
	}

	/**
	 * Throws a draft away.
	 * @param draft one that was found for its owner
	 */
	public void delete(Draft draft) {
		this.jdbc.sql("delete from pack_draft where id = ? and owner = ?")
			.params(draft.id(), draft.owner().value())
			.update();
	}

	private static Draft draft(ResultSet row, int number) throws SQLException {
		return new Draft(row.getObject("id", UUID.class), new CandidateId(row.getObject("owner", UUID.class)),
				row.getString("title"), row.getString("pack_id"), row.getInt("revision"),
				row.getObject("saved_at", OffsetDateTime.class).toInstant());
	}

}
