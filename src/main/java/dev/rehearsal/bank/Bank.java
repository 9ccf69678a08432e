package dev.rehearsal.bank;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** What is in force: the packs, their items, and every revision that there ever was. */
@Component
public class Bank {

	/**
	 * The newest version of every pack, ordered by title.
	 * @return possibly empty
	 */
	public List<PackVersion> packs() {
		return List.of();
	}

	/**
	 * The newest version of a pack.
	 * @param packId the pack's id
	 * @return empty if there is no such pack
	 */
	public Optional<PackVersion> pack(String packId) {
		return Optional.empty();
	}

	/**
	 * A version of a pack, the newest or an older one.
	 * @param versionId {@link PackVersion#id()}
	 * @return the version
	 * @throws java.util.NoSuchElementException if there is no such version
	 */
	public PackVersion version(long versionId) {
		throw new java.util.NoSuchElementException("no pack version " + versionId);
	}

	/**
	 * The items that the newest version of a pack holds.
	 * @param packId the pack's id
	 * @return ordered by revision
	 */
	public List<ItemProfile> items(String packId) {
		return List.of();
	}

	/**
	 * Item revisions, in force or not.
	 * @param ids {@link ItemRevision#id()}
	 * @return by id, without those that do not exist
	 */
	public Map<Long, ItemRevision> revisions(Collection<Long> ids) {
		return Map.of();
	}

	/**
	 * Which items revisions belong to.
	 * @param revisions {@link ItemRevision#id()}, possibly some of them twice
	 * @return item names by revision
	 */
	public Map<Long, String> itemNames(Collection<Long> revisions) {
		return Map.of();
	}

}
