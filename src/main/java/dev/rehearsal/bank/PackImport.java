package dev.rehearsal.bank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import dev.rehearsal.account.CandidateId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts packs into force: all or nothing, and nothing at all where nothing has changed.
 * Several nodes may import the same pack at once, one after the other then.
 */
@Component
public class PackImport {

	private final BankTables tables;

	private final PackOwners owners;

	private final Images images;

	PackImport(BankTables tables, PackOwners owners, Images images) {
		this.images = images;
		this.tables = tables;
		this.owners = owners;
	}

	/**
	 * Puts a pack into force that somebody wrote here. A new pack is theirs from then on.
	 * @param pack read without problems
	 * @param owner who publishes it
	 * @param now when
	 * @return what has changed
	 * @throws PackTakenException if the pack is not theirs
	 */
	@Transactional
	public ImportResult publish(Pack pack, CandidateId owner, Instant now) {
		String packId = pack.definition().id();
		this.tables.lockPack(packId);
		this.owners.claim(packId, owner);
		return importLocked(pack, now);
	}

	/**
	 * Puts a pack into force that comes from the file system. Items that it no longer
	 * holds retire; revisions that were in force once stay as they are.
	 * @param pack read without problems
	 * @param now when
	 * @return what has changed
	 * @throws PackTakenException if somebody published a pack of this id here
	 */
	@Transactional
	public ImportResult importPack(Pack pack, Instant now) {
		String packId = pack.definition().id();
		this.tables.lockPack(packId);
		this.owners.claimForFolder(packId);
		return importLocked(pack, now);
	}

	private ImportResult importLocked(Pack pack, Instant now) {
		String packId = pack.definition().id();
		Map<String, String> hashes = new LinkedHashMap<>();
		pack.items().forEach((item) -> hashes.put(item.id(), ContentHash.of(item)));
		String hash = ContentHash.of(pack.definition(), hashes);
		BankTables.Version newest = this.tables.newestVersion(packId);
		if (newest != null && newest.contentHash().equals(hash)) {
			return new ImportResult(packId, newest.number(), hashes.size(), 0, 0, 0, hashes.size(), false);
		}
		this.images.keep(pack.images());
		int number = (newest != null) ? newest.number() + 1 : 1;
		this.tables.insertVersion(pack.definition(), number, hash, now);
		Map<String, BankTables.Last> last = this.tables.lastRevisions(packId);
		List<BankTables.Row> rows = new ArrayList<>();
		TreeSet<String> leaving = new TreeSet<>();
		last.forEach((item, revision) -> {
			if (revision.hashInForce() != null && !Objects.equals(revision.hashInForce(), hashes.get(item))) {
				leaving.add(item);
			}
		});
		Map<Pack.CaseStudy, Long> scenarios = new LinkedHashMap<>();
		for (Pack.Item item : pack.items()) {
			BankTables.Last before = last.get(item.id());
			String itemHash = Objects.requireNonNull(hashes.get(item.id()));
			if (before != null && itemHash.equals(before.hashInForce())) {
				continue;
			}
			Long scenario = (item.caseStudy() != null)
					? scenarios.computeIfAbsent(item.caseStudy(), (it) -> this.tables.scenario(packId, it)) : null;
			rows.add(new BankTables.Row(item, (before != null) ? before.number() + 1 : 1, itemHash, scenario));
		}
		this.tables.retire(packId, leaving, number);
		this.tables.insertRevisions(packId, number, rows);
		int retired = (int) leaving.stream().filter((item) -> !hashes.containsKey(item)).count();
		int revised = leaving.size() - retired;
		return new ImportResult(packId, number, hashes.size(), rows.size() - revised, revised, retired,
				hashes.size() - rows.size(), true);
	}

}
