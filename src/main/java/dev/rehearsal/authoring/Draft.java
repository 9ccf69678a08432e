package dev.rehearsal.authoring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;

/**
 * A pack that somebody is writing.
 *
 * @param id unique among all drafts
 * @param owner who writes it, and nobody else sees it
 * @param title the pack's, as last read from it
 * @param packId the pack's, likewise; empty where it names none
 * @param revision counts the saves, from 1: a save that was made from an older one is
 * refused
 * @param savedAt when it was last saved
 */
public record Draft(UUID id, CandidateId owner, String title, String packId, int revision, Instant savedAt) {

	/**
	 * {@link #savedAt()} for people.
	 * @return in UTC, wherever the server stands
	 */
	public OffsetDateTime savedAtUtc() {
		return this.savedAt.atOffset(ZoneOffset.UTC);
	}

}
