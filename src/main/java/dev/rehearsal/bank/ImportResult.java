package dev.rehearsal.bank;

/**
 * What an import did.
 *
 * @param packId the pack
 * @param version the number of the version that is in force now
 * @param items how many items it holds
 * @param added how many of them are new, or back again
 * @param revised how many of them have changed
 * @param retired how many items of the version before it no longer holds
 * @param unchanged how many of them are as before
 * @param isNew whether the import made a version: not if nothing has changed
 */
public record ImportResult(String packId, int version, int items, int added, int revised, int retired, int unchanged,
		boolean isNew) {
}
