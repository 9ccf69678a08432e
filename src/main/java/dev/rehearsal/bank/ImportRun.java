package dev.rehearsal.bank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One import of one pack within a transaction: compares each item with its revision in
 * force and writes those that are new or changed, some at a time. Remembers of an item no
 * more than its id and hash.
 */
final class ImportRun {

	private static final int ROWS_AT_ONCE = 1000;

	private final BankTables tables;

	private final Instant now;

	private final Consumer<String> claim;

	private final Map<String, String> hashes = new HashMap<>();

	private final Map<String, Long> scenarios = new HashMap<>();

	private final List<BankTables.Row> rows = new ArrayList<>();

	private final List<String> leaving = new ArrayList<>();

	private Map<String, BankTables.Last> last = Map.of();

	private BankTables.@Nullable Version newest;

	private @Nullable String packId;

	private int number = 1;

	private int written;

	private int revised;

	/**
	 * An import.
	 * @param claim refuses a pack that is somebody else's, once it is locked
	 */
	ImportRun(BankTables tables, Instant now, Consumer<String> claim) {
		this.tables = tables;
		this.now = now;
		this.claim = claim;
	}

	/** The pack holds an item. */
	void add(PackDefinition definition, PreparedItem item) {
		String pack = begin(definition);
		String id = item.item().id();
		this.hashes.put(id, item.hash());
		BankTables.Last before = this.last.get(id);
		if (before != null && item.hash().equals(before.hashInForce())) {
			return;
		}
		if (before != null && before.hashInForce() != null) {
			this.leaving.add(id);
			this.revised++;
		}
		this.rows.add(new BankTables.Row(item, (before != null) ? before.number() + 1 : 1, scenario(pack, item)));
		if (this.rows.size() == ROWS_AT_ONCE) {
			write(pack);
		}
	}

	/** The pack holds no more items. */
	ImportResult finish(PackDefinition definition) {
		String pack = begin(definition);
		String hash = ContentHash.of(definition, this.hashes);
		int items = this.hashes.size();
		if (this.newest != null && this.newest.contentHash().equals(hash)) {
			return new ImportResult(pack, this.newest.number(), items, 0, 0, 0, items, false);
		}
		write(pack);
		List<String> retired = this.last.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().hashInForce() != null && !this.hashes.containsKey(entry.getKey()))
			.map(Map.Entry::getKey)
			.toList();
		this.tables.retire(pack, retired, this.number);
		this.tables.insertVersion(definition, this.number, hash, this.now);
		return new ImportResult(pack, this.number, items, this.written - this.revised, this.revised, retired.size(),
				items - this.written, true);
	}

	private String begin(PackDefinition definition) {
		if (this.packId == null) {
			this.packId = definition.id();
			this.tables.lockPack(this.packId);
			this.claim.accept(this.packId);
			this.newest = this.tables.newestVersion(this.packId);
			if (this.newest != null) {
				this.number = this.newest.number() + 1;
				this.last = this.tables.lastRevisions(this.packId);
			}
		}
		return this.packId;
	}

	private void write(String pack) {
		// First, since one revision of an item may be in force.
		this.tables.retire(pack, this.leaving, this.number);
		this.tables.insertRevisions(pack, this.number, this.rows);
		this.written += this.rows.size();
		this.leaving.clear();
		this.rows.clear();
	}

	private @Nullable Long scenario(String pack, PreparedItem item) {
		Pack.CaseStudy caseStudy = item.item().caseStudy();
		if (caseStudy == null) {
			return null;
		}
		return this.scenarios.computeIfAbsent(Objects.requireNonNull(item.scenarioHash()),
				(hash) -> this.tables.scenario(pack, caseStudy, hash));
	}

}
