package dev.rehearsal.bank;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import dev.rehearsal.account.CandidateId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts packs into force: all or nothing, and nothing at all where nothing has changed.
 * Several nodes may import the same pack at once, one after the other then.
 */
@Component
public class PackImport {

	/** Often enough to be seen, too seldom to take time. */
	private static final int ITEMS_BETWEEN_NEWS = 500;

	private final BankTables tables;

	private final PackOwners owners;

	private final Images images;

	private final TransactionTemplate transaction;

	PackImport(BankTables tables, PackOwners owners, Images images, PlatformTransactionManager transactions) {
		this.tables = tables;
		this.owners = owners;
		this.images = images;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Puts a pack into force. Items that it no longer holds retire; revisions that were
	 * in force once stay as they are.
	 * @param pack read without problems
	 * @param now when
	 * @return what has changed
	 * @throws PackTakenException if somebody published a pack of this id here
	 */
	public ImportResult importPack(Pack pack, Instant now) {
		return importPack(pack, now, this.owners::claimForFolder, PackProgress.NONE);
	}

	/**
	 * Puts a pack into force that somebody wrote here. A new pack is theirs from then on.
	 * @param pack read without problems
	 * @param owner who publishes it
	 * @param now when
	 * @param progress hears how far it is
	 * @return what has changed
	 * @throws PackTakenException if the pack is not theirs
	 */
	public ImportResult publish(Pack pack, CandidateId owner, Instant now, PackProgress progress) {
		return importPack(pack, now, (packId) -> this.owners.claim(packId, owner), progress);
	}

	private ImportResult importPack(Pack pack, Instant now, Consumer<String> claim, PackProgress progress) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			ImportRun run = new ImportRun(this.tables, now, claim);
			int done = 0;
			for (Pack.Item item : pack.items()) {
				run.add(pack.definition(), PreparedItem.of(item));
				if (++done % ITEMS_BETWEEN_NEWS == 0) {
					progress.written(done, pack.items().size());
				}
			}
			return finish(run, pack);
		}));
	}

	private ImportResult finish(ImportRun run, Pack pack) {
		ImportResult result = run.finish(pack.definition());
		if (result.isNew()) {
			this.images.keep(pack.images());
		}
		return result;
	}

	/**
	 * Reads a pack and puts it into force, without ever having all of it in memory. Files
	 * that were imported before and have not been touched since are not read again.
	 * @param pack a folder with pack.yaml, or a single YAML file
	 * @param now when
	 * @param progress hears how far it is
	 * @return what has changed, or what is wrong with the pack
	 * @throws PackTakenException if somebody published a pack of this id here
	 */
	public ImportOutcome importPack(Path pack, Instant now, PackProgress progress) {
		Optional<String> source = SourceHash.of(pack);
		Optional<ImportResult> unchanged = source.flatMap(this.tables::inForceFrom);
		if (unchanged.isPresent()) {
			return new ImportOutcome.Imported(unchanged.get());
		}
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			ImportRun run = new ImportRun(this.tables, now, this.owners::claimForFolder);
			PackStream<PreparedItem> stream = new PackStream<>(PreparedItem::of, run::add, progress);
			switch (stream.read(pack)) {
				case PackReading.Broken broken -> {
					status.setRollbackOnly();
					return new ImportOutcome.Refused(broken);
				}
				case PackReading.Sound(Pack sound) -> {
					ImportResult result = finish(run, sound);
					source.ifPresent((hash) -> this.tables.keepSource(result.packId(), result.version(), hash));
					return new ImportOutcome.Imported(result);
				}
			}
		}));
	}

}
