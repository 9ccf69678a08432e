package dev.rehearsal.authoring;

import java.time.Instant;
import java.util.SortedMap;

import dev.rehearsal.bank.ImportResult;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackArchive;
import dev.rehearsal.bank.PackImport;
import dev.rehearsal.bank.PackProgress;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts drafts into force. */
@Component
public class Publishing {

	/** Below /packs/drafts there are drafts. */
	private static final String RESERVED = "drafts";

	private final Drafts drafts;

	private final PackImport packImport;

	private final PackSources sources;

	private final JdbcClient jdbc;

	Publishing(Drafts drafts, PackImport packImport, PackSources sources, JdbcClient jdbc) {
		this.drafts = drafts;
		this.packImport = packImport;
		this.sources = sources;
		this.jdbc = jdbc;
	}

	/**
	 * Publishes a draft: the pack is in force, its files are kept, and the draft is gone;
	 * or nothing of that.
	 * @param draft one that was found for its owner
	 * @param revision the one whose changes the author has seen
	 * @param now the time
	 * @param progress hears how far it is
	 * @return what has changed
	 * @throws DraftRefusedException if it was saved since, or has problems
	 * @throws dev.rehearsal.bank.PackTakenException if the pack's id is not theirs
	 */
	@Transactional
	public ImportResult publish(Draft draft, int revision, Instant now, PackProgress progress) {
		int current = this.jdbc.sql("select revision from pack_draft where id = ? and owner = ? for update")
			.params(draft.id(), draft.owner().value())
			.query(Integer.class)
			.optional()
			.orElseThrow(() -> new NoSuchDraftException(draft.id()));
		if (current != revision) {
			throw new DraftRefusedException(DraftRefusal.STALE, "");
		}
		SortedMap<String, byte[]> files = this.drafts.files(draft);
		if (!(PackReader.read(draft.title(), files, progress) instanceof PackReading.Sound(Pack pack))) {
			throw new DraftRefusedException(DraftRefusal.PROBLEMS, "");
		}
		if (pack.definition().id().equals(RESERVED)) {
			throw new DraftRefusedException(DraftRefusal.RESERVED, RESERVED);
		}
		ImportResult result = this.packImport.publish(pack, draft.owner(), now, progress);
		this.sources.keep(result.packId(), result.version(), PackArchive.write(files));
		this.drafts.delete(draft);
		return result;
	}

}
