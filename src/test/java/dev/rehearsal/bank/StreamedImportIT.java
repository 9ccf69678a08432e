package dev.rehearsal.bank;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.rehearsal.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packs that are imported while they are read, and not read where nothing was touched.
 */
@DatabaseTest
class StreamedImportIT {

	private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

	private static int packs;

	@Autowired
	private PackImport packImport;

	@Autowired
	private Bank bank;

	@Autowired
	private JdbcClient jdbc;

	@TempDir
	private Path folder;

	private PackFolder pack;

	private String id;

	private final List<Integer> filesRead = new ArrayList<>();

	@BeforeEach
	void aPackOfItsOwn() {
		this.id = "streamed-" + ++packs;
		this.pack = folder("pack");
	}

	private PackFolder folder(String name) {
		return new PackFolder(this.folder.resolve(name)).replace("pack.yaml", "pack: sample", "pack: " + this.id);
	}

	private ImportOutcome importPack(PackFolder from) {
		this.filesRead.clear();
		return this.packImport.importPack(from.path(), NOW, (files, of, items) -> this.filesRead.add(files));
	}

	private static ImportOutcome imported(ImportResult result) {
		return new ImportOutcome.Imported(result);
	}

	@Test
	void whatIsStreamedIsWhatIsImportedAtOnce() {
		assertThat(importPack(this.pack)).isEqualTo(imported(new ImportResult(this.id, 1, 6, 6, 0, 0, 0, true)));
		assertThat(this.filesRead).containsExactly(1, 2, 3);
		assertThat(this.packImport.importPack(this.pack.pack(), NOW))
			.isEqualTo(new ImportResult(this.id, 1, 6, 0, 0, 0, 6, false));
	}

	@Test
	void filesThatWereNotTouchedAreNotReadAgain() {
		importPack(this.pack);
		assertThat(importPack(this.pack)).isEqualTo(imported(new ImportResult(this.id, 1, 6, 0, 0, 0, 6, false)));
		assertThat(this.filesRead).isEmpty();
	}

	@Test
	void aCommentIsReadOnceAndChangesNothing() {
		importPack(this.pack);
		this.pack.write("items.yaml", PackFolder.original("items.yaml") + "# a comment\n");
		assertThat(importPack(this.pack)).isEqualTo(imported(new ImportResult(this.id, 1, 6, 0, 0, 0, 6, false)));
		assertThat(this.filesRead).isNotEmpty();
		importPack(this.pack);
		assertThat(this.filesRead).isEmpty();
	}

	@Test
	void aRenamedFileIsReadAgain() {
		importPack(this.pack);
		this.pack.write("renamed.yaml", PackFolder.original("items.yaml")).delete("items.yaml");
		assertThat(importPack(this.pack)).isEqualTo(imported(new ImportResult(this.id, 1, 6, 0, 0, 0, 6, false)));
		assertThat(this.filesRead).isNotEmpty();
	}

	@Test
	void afterSomebodyImportedAnotherVersionTheSameFilesBringTheirsBack() {
		importPack(this.pack);
		PackFolder other = folder("other").replace("items.yaml", "text: Red", "text: Purple");
		assertThat(importPack(other)).isEqualTo(imported(new ImportResult(this.id, 2, 6, 0, 1, 0, 5, true)));
		assertThat(importPack(this.pack)).isEqualTo(imported(new ImportResult(this.id, 3, 6, 0, 1, 0, 5, true)));
		// Nor does one help that does not say from which files it came.
		this.packImport.importPack(other.pack(), NOW);
		assertThat(importPack(this.pack)).isEqualTo(imported(new ImportResult(this.id, 5, 6, 0, 1, 0, 5, true)));
	}

	@Test
	void aProblemInTheLastFileLeavesNothingOfTheOnesBefore() {
		String item = PackFolder.original("items.yaml");
		String choice = item.substring(item.indexOf("  - id: colour"), item.indexOf("    enemies"));
		for (int file = 0; file < 30; file++) {
			StringBuilder text = new StringBuilder("items:\n");
			for (int i = 0; i < 100; i++) {
				text.append(choice.replace("colour-of-the-sky", "item-" + file + "-" + i));
			}
			this.pack.write("many/" + file + ".yaml", text.toString());
		}
		this.pack.write("zzz.yaml", "items:\n" + choice.replace("colour-of-the-sky", "item-29-99"));
		assertThat(importPack(this.pack)).isInstanceOfSatisfying(ImportOutcome.Refused.class,
				(refused) -> assertThat(refused.broken().problems()).singleElement()
					.extracting(Problem::code, Problem::line)
					.containsExactly(Problem.Code.DUPLICATE_ID, 2));
		assertThat(rows("select count(*) from item_revision where pack_id = ?")).isZero();
		assertThat(rows("select count(*) from pack where id = ?")).isZero();
		this.pack.delete("zzz.yaml");
		assertThat(importPack(this.pack)).isEqualTo(imported(new ImportResult(this.id, 1, 3006, 3006, 0, 0, 0, true)));
		assertThat(this.bank.items(this.id)).hasSize(3006);
	}

	private long rows(String sql) {
		return this.jdbc.sql(sql).param(this.id).query(Long.class).single();
	}

}
