package dev.rehearsal.bank;

import java.nio.file.Path;
import java.time.Instant;

import dev.rehearsal.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten thousand items: their times are printed, and only a far too long one fails. */
@DatabaseTest
class LargePackIT {

	private static final int FILES = 100;

	private static final int ITEMS = 100;

	@Autowired
	private PackImport packImport;

	@Autowired
	private Bank bank;

	@Test
	void tenThousandItemsTakeSeconds(@TempDir Path folder) {
		PackFolder pack = new PackFolder(folder).replace("pack.yaml", "pack: sample", "pack: large");
		String item = PackFolder.original("items.yaml");
		String choice = item.substring(item.indexOf("  - id: colour"), item.indexOf("    enemies"));
		String rationale = "It would be right if the sky were another one, and that it is not. ".repeat(4);
		for (int file = 0; file < FILES; file++) {
			StringBuilder text = new StringBuilder("items:\n");
			for (int i = 0; i < ITEMS; i++) {
				text.append(choice.replace("colour-of-the-sky", "item-" + file + "-" + i)
					.replace("Grass is green.", rationale)
					.replace("The sky is blue.", rationale));
			}
			pack.write("large/" + file + ".yaml", text.toString());
		}
		long begin = System.nanoTime();
		Pack read = pack.pack();
		long afterRead = System.nanoTime();
		assertThat(this.packImport.importPack(read, Instant.EPOCH).added()).isEqualTo(FILES * ITEMS + 6);
		long afterImport = System.nanoTime();
		assertThat(this.packImport.importPack(read, Instant.EPOCH).isNew()).isFalse();
		long afterAgain = System.nanoTime();
		assertThat(this.bank.items("large")).hasSize(FILES * ITEMS + 6);
		long end = System.nanoTime();
		System.out.printf("[large pack] read %d ms, import %d ms, import again %d ms, profiles %d ms%n",
				(afterRead - begin) / 1_000_000, (afterImport - afterRead) / 1_000_000,
				(afterAgain - afterImport) / 1_000_000, (end - afterAgain) / 1_000_000);
		assertThat(end - begin).isLessThan(60_000_000_000L);
	}

}
