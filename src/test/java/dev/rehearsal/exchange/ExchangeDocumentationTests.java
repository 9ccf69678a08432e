package dev.rehearsal.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import dev.rehearsal.bank.ItemType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeDocumentationTests {

	private final String page = read();

	@Test
	void theExampleTableIsReadWithoutALoss() {
		String table = this.page.split("```csv\n")[1].split("```")[0];
		Reading.Converted reading = Given.converted("example.csv", table);
		assertThat(reading.losses()).isEmpty();
		assertThat(reading.pack().items()).extracting((item) -> item.content().type())
			.containsExactlyInAnyOrder(ItemType.values());
		assertThat(reading.pack().items()).extracting((item) -> item.id() + " " + Given.key(item))
			.contains("service-by-task [Firehose, Athena]", "load-steps [Store, Crawl]");
	}

	@Test
	void everyFormatRefusalAndColumnIsDescribed() {
		assertThat(this.page).contains(Arrays.stream(Format.values()).map((it) -> "| `" + it.code() + "` |").toList());
		assertThat(this.page).contains(Arrays.stream(Refusal.values()).map((it) -> "| `" + it + "` |").toList());
		assertThat(this.page).contains(CsvColumns.ITEM.stream().map((it) -> "`" + it + "`").toList());
	}

	private static String read() {
		try {
			return Files.readString(Path.of("docs/exchange.md"), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
