package dev.rehearsal.bank;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * One import of a pack that changed something. It never changes.
 *
 * @param id unique among all versions of all packs
 * @param number counts the versions of the pack from 1
 * @param definition what the pack says besides its items
 * @param importedAt when
 */
public record PackVersion(long id, int number, PackDefinition definition, Instant importedAt) {

	/**
	 * {@link #importedAt()} for people.
	 * @return in UTC, wherever the server stands
	 */
	public OffsetDateTime importedAtUtc() {
		return this.importedAt.atOffset(ZoneOffset.UTC);
	}
}
