package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.rehearsal.bank.Pack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnkiTests {

	private final Pack pack = Compare.shipped();

	private final List<String> lines = new String(Exchange.write(this.pack, Format.ANKI).bytes(),
			StandardCharsets.UTF_8)
		.lines()
		.toList();

	@Test
	void theHeaderTellsAnkiWhatEachColumnIs() {
		assertThat(this.lines.subList(0, 7)).containsExactly("#separator:tab", "#html:true", "#notetype:Basic",
				"#deck:" + this.pack.definition().title(), "#columns:Guid\tFront\tBack\tTags", "#guid column:1",
				"#tags column:4");
	}

	@Test
	void eachItemIsALineOfFourFields() {
		List<String> notes = this.lines.subList(7, this.lines.size());
		assertThat(notes).hasSize(this.pack.items().size());
		assertThat(notes).allSatisfy((note) -> assertThat(note.split("\t")).hasSize(4)
			.allMatch((field) -> field.startsWith("\"") && field.endsWith("\"")));
	}

	@Test
	void theFrontAsksAndTheBackExplains() {
		String note = this.lines.stream()
			.filter((line) -> line.contains("/parquet-result-without-table\""))
			.findFirst()
			.orElseThrow();
		String[] fields = note.split("\t");
		assertThat(fields[1]).contains("Which Athena statement meets these")
			.contains("<code>UNLOAD</code>")
			.doesNotContain("leaves no table");
		assertThat(fields[2]).contains("leaves no table")
			.contains("https://docs.aws.amazon.com/athena/latest/ug/unload.html");
		assertThat(fields[3])
			.isEqualTo("\"domain::data-preparation task::1.1 topic::athena-queries difficulty::medium level::apply\"");
	}

}
