package dev.rehearsal.exchange;

import dev.rehearsal.bank.Pack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

	private static final String HEADER = "id,type,stem,key,option_1,option_2\n";

	@Test
	void aLossNamesTheLineInWhichItsRowBegins() {
		Reading.Converted reading = Given.converted("q.csv",
				HEADER + "a,multiple-choice,\"one\ntwo\nthree\",1,x,y\nb,multiple-choice,\"q\n?\",9,x,y\n");
		assertThat(Given.sentences(reading)).singleElement().asString().startsWith("q.csv:5: b: its key \"9\"");
	}

	@Test
	void cellsWithoutAColumnAreListed() {
		Reading.Converted reading = Given.converted("q.csv", HEADER + "a,multiple-choice,Which?,1,x,y,,more\n");
		assertThat(Given.sentences(reading)).singleElement().asString().contains("\"more\" is left out");
	}

	@Test
	void spreadsheetsNameTheirSeparatorAndLeaveLinesEmpty() {
		Pack.Item item = Given.only(
				Given.converted("q.csv", "sep=;\n\n" + HEADER.replace(',', ';') + "a;multiple-choice;Which?;2;x;y\n"));
		assertThat(Given.key(item)).containsExactly("y");
	}

	@Test
	void aScenarioMayStandInAnyRow() {
		Reading.Converted reading = Given.converted("q.csv", HEADER.strip() + ",case_id,case_title,case_scenario\n"
				+ "a,multiple-choice,Which?,1,x,y,c,,\n" + "b,multiple-choice,Who?,1,v,w,c,A case,It was so.\n");
		assertThat(reading.losses()).isEmpty();
		assertThat(reading.pack().items()).extracting(Pack.Item::caseStudy)
			.containsOnly(new Pack.CaseStudy("c", "A case", "It was so."));
	}

}
