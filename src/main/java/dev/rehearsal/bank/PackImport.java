package dev.rehearsal.bank;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts packs into force: all or nothing, and nothing at all where nothing has changed.
 * Several nodes may import the same pack at once, one after the other then.
 */
@Component
public class PackImport {

	private final BankTables tables;

	private final TransactionTemplate transaction;

	PackImport(BankTables tables, PlatformTransactionManager transactions) {
		this.tables = tables;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Puts a pack into force. Items that it no longer holds retire; revisions that were
	 * in force once stay as they are.
	 * @param pack read without problems
	 * @param now when
	 * @return what has changed
	 */
	public ImportResult importPack(Pack pack, Instant now) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			ImportRun run = new ImportRun(this.tables, now);
			pack.items().forEach((item) -> run.add(pack.definition(), PreparedItem.of(item)));
			return run.finish(pack.definition());
		}));
	}

	/**
	 * Reads a pack and puts it into force, without ever having all of it in memory. Files
	 * that were imported before and have not been touched since are not read again.
	 * @param pack a folder with pack.yaml, or a single YAML file
	 * @param now when
	 * @param progress hears how far it is
	 * @return what has changed, or what is wrong with the pack
	 */
	public ImportOutcome importPack(Path pack, Instant now, PackProgress progress) {
		Optional<String> source = SourceHash.of(pack);
		Optional<ImportResult> unchanged = source.flatMap(this.tables::inForceFrom);
		if (unchanged.isPresent()) {
			return new ImportOutcome.Imported(unchanged.get());
		}
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			ImportRun run = new ImportRun(this.tables, now);
			PackStream<PreparedItem> stream = new PackStream<>(PreparedItem::of, run::add, progress);
			switch (stream.read(pack)) {
				case PackReading.Broken broken -> {
					status.setRollbackOnly();
					return new ImportOutcome.Refused(broken);
				}
				case PackReading.Sound(Pack sound) -> {
					ImportResult result = run.finish(sound.definition());
					source.ifPresent((hash) -> this.tables.keepSource(result.packId(), result.version(), hash));
					return new ImportOutcome.Imported(result);
				}
			}
		}));
	}

}
