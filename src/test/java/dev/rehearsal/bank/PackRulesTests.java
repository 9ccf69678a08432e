package dev.rehearsal.bank;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PackRulesTests {

	private PackFolder pack;

	@BeforeEach
	void aSoundPack(@TempDir Path folder) {
		this.pack = new PackFolder(folder);
	}

	private void expect(String... problems) {
		assertThat(this.pack.problems()).containsExactly(problems);
	}

	@Test
	void anItemWithoutARightOptionIsRefused() {
		this.pack.replace("items.yaml", "        key: true\n        rationale", "        rationale");
		expect("items.yaml:10:5: no option is right: write `key: true` into the one that is");
	}

	@Test
	void aMistypedKeyIsNotAlsoAMissingOne() {
		this.pack.replace("items.yaml", "        key: true\n        rationale", "        kye: true\n        rationale");
		expect("items.yaml:15:9: the key `kye` is not known here; did you mean `key`?"
				+ " Known are: `id`, `text`, `key`, `rationale`");
	}

	@Test
	void twoRightOptionsAreOneTooMany() {
		this.pack.replace("items.yaml", "key: false", "key: true");
		expect("items.yaml:18:9: 2 options are right, and multiple-choice has one: leave `key: true` at that one, or"
				+ " make the type multi-response");
	}

	@Test
	void allOptionsRightIsRefused() {
		this.pack.replace("case-studies/farm.yml", "{text: Milk}", "{text: Milk, key: true}");
		expect("case-studies/farm.yml:23:26: all 2 options are right, and multiple-choice has one: leave `key: true` at"
				+ " that one, or make the type multi-response");
	}

	@Test
	void multiResponseHasAtLeastTwoKeys() {
		this.pack.replace("items.yaml", "{text: \"3\", key: true}", "{text: \"3\"}");
		expect("items.yaml:29:5: only one option is right, and multi-response has at least two: write `key: true` into"
				+ " those that are");
	}

	@Test
	void multiResponseHasADistractor() {
		this.pack.replace("items.yaml", "{text: \"4\"}", "{text: \"4\", key: true}");
		expect("items.yaml:32:21: all 3 options are right, so there is nothing to choose: add one that is wrong");
	}

	@Test
	void twoOptionsWithOneTextAreRefused() {
		this.pack.replace("items.yaml", "text: Red", "text: >-\n          Blue");
		expect("items.yaml:17:15: this text stands twice in the item, first in line 14: candidates cannot tell the two"
				+ " apart, so change one");
	}

	@Test
	void anExtraStepIsNoneOfTheSteps() {
		this.pack.replace("items.yaml", "text: Have dinner", "text: Get up");
		expect("items.yaml:44:15: this text stands twice in the item, first in line 41: candidates cannot tell the two"
				+ " apart, so change one");
	}

	@Test
	void twoAnswersWithOneIdAreRefused() {
		this.pack.replace("items.yaml", "id: rome", "id: paris");
		expect("items.yaml:54:13: this id stands twice in the item, first in line 52: change one");
	}

	@Test
	void anIdThatIsTheTextOfAnotherOptionIsRefused() {
		this.pack.replace("items.yaml", "text: Green", "text: right");
		expect("items.yaml:13:13: this id stands twice in the item, first in line 11: change one");
	}

	@Test
	void aPromptWithAnAnswerThatIsNotThereIsRefused() {
		this.pack.replace("items.yaml", "answer: paris\n        rationale", "answer: pairs\n        rationale");
		expect("items.yaml:60:17: no answer of this item has the id `pairs`; did you mean `paris`?"
				+ " Its answers are: `paris`, `rome`");
	}

	@Test
	void twoItemsWithOneIdInTwoFilesNameBothPlaces() {
		this.pack.replace("case-studies/farm.yml", "id: farm-hens", "id: capitals");
		assertThat(this.pack.problems()).singleElement()
			.asString()
			.startsWith("items.yaml:46:9: the id `capitals` is taken, first in ")
			.endsWith("case-studies/farm.yml:17: give one of the two another id");
	}

	@Test
	void anItemAndACaseStudyDoNotShareAnId() {
		this.pack.replace("items.yaml", "id: capitals", "id: farm");
		assertThat(this.pack.problems()).singleElement()
			.asString()
			.startsWith("items.yaml:46:9: the id `farm` is taken");
	}

	@Test
	void aDomainThatNobodyDefinedIsRefused() {
		this.pack.replace("items.yaml", "domain: data\n    task: \"1.1\"", "domain: date\n    task: \"1.1\"");
		expect("items.yaml:4:13: the pack defines no domain `date`; did you mean `data`? Defined are: `data`, `models`");
	}

	@Test
	void aTaskOfAnotherDomainIsRefused() {
		this.pack.replace("items.yaml", "task: \"1.2\"", "task: \"2.1\"");
		expect("items.yaml:27:11: the domain `data` has no task `2.1`; it belongs to `models`. It has: `1.1`, `1.2`");
	}

	@Test
	void twoDomainsWithOneIdAreRefused() {
		this.pack.replace("pack.yaml", "  - id: models", "  - id: data").replace("pack.yaml", "models: 40", "data: 40");
		assertThat(this.pack.problems())
			.contains("pack.yaml:14:9: the id `data` is taken, first in line 9: give one of the two another id");
	}

	@Test
	void weightsAddUpToAHundred() {
		this.pack.replace("pack.yaml", "data: 60", "data: 57");
		expect("pack.yaml:25:5: the weights add up to 97 percent, and they must add up to 100: add 3");
	}

	@Test
	void weightsAreOfDefinedDomains() {
		this.pack.replace("pack.yaml", "data: 60", "dat: 60");
		expect("pack.yaml:27:7: the pack defines no domain `dat`; did you mean `data`? Defined are: `data`, `models`");
	}

	@Test
	void someItemsAreScored() {
		this.pack.replace("pack.yaml", "unscored: 1", "unscored: 6");
		expect("pack.yaml:23:15: 6 of 6 items are unscored, and at least one must be scored: lower `unscored`");
	}

	@Test
	void theCutIsOnTheScale() {
		this.pack.replace("pack.yaml", "cut: 150", "cut: 201");
		expect("pack.yaml:28:5: the cut 201 is not on the scale from 0 to 200: change `cut`");
	}

	@Test
	void aScaleGoesUp() {
		this.pack.replace("pack.yaml", "lowest: 0", "lowest: 200");
		expect("pack.yaml:28:5: the scale goes from 200 to 200: `lowest` must be less than `highest`");
	}

	@Test
	void anExamEndsAfterItBegins() {
		this.pack.replace("pack.yaml", "until: 2026-09-28", "until: 2024-10-07");
		expect("pack.yaml:37:14: the exam ends before its first day, 2024-10-08: change one of the two");
	}

	@Test
	void aDayThatIsNotInTheCalendarIsRefused() {
		this.pack.replace("pack.yaml", "until: 2026-09-28", "until: 2026-09-31");
		expect("pack.yaml:37:14: there is no day `2026-09-31`: write year-month-day, as in 2026-09-28");
	}

	@Test
	void enemiesAreOtherItemsOfThePack() {
		this.pack.replace("items.yaml", "[primes]", "[prime, colour-of-the-sky, farm]");
		expect("items.yaml:23:15: the pack has no item `prime`; did you mean `primes`? Correct the id, or delete it from"
				+ " the enemies",
				"items.yaml:23:22: `colour-of-the-sky` is this item itself: an item is no enemy of itself, so delete it",
				"items.yaml:23:41: `farm` is a case study: name the items of it that are enemies");
	}

	@Test
	void itemsOfOneCaseStudyAreNoEnemies() {
		this.pack.replace("case-studies/farm.yml", "        domain: data\n",
				"        domain: data\n        enemies: [farm-hens]\n");
		expect("case-studies/farm.yml:13:19: `farm-hens` belongs to the same case study, whose items always stand"
				+ " together: delete it");
	}

	@Test
	void anEnemyInAFileThatCannotBeReadIsNotCalledMissing() {
		this.pack.replace("case-studies/farm.yml", "title: A farm", "title: @A farm")
			.replace("items.yaml", "[primes]", "[farm-cows]");
		assertThat(this.pack.problems()).singleElement().asString().startsWith("case-studies/farm.yml:4:12:");
	}

	@Test
	void aReferenceIsAnAddressThatCanBeFollowed() {
		this.pack.replace("items.yaml", "https://example.org/sky", "http://example.org/sky")
			.replace("items.yaml", "https://example.org/light", "https:///nowhere");
		expect("items.yaml:20:9: a reference is an address such as https://docs.aws.amazon.com/s3/, and here is"
				+ " \"http://example.org/sky\"",
				"items.yaml:21:9: a reference is an address such as https://docs.aws.amazon.com/s3/, and here is"
						+ " \"https:///nowhere\"");
	}

	@Test
	void aCaseStudyInACaseStudyIsRefused() {
		this.pack.replace("case-studies/farm.yml", "      - id: farm-cows\n        type: multiple-choice",
				"      - id: farm-cows\n        type: case-study");
		expect("case-studies/farm.yml:11:15: a case study cannot stand in a case study: move it out, or give this item"
				+ " another type");
	}

	@Test
	void everyProblemOfEveryFileIsReportedAtOnce() {
		this.pack.replace("items.yaml", "task: \"1.1\"", "task: 1.1")
			.replace("items.yaml", "        key: true\n        rationale", "        rationale")
			.replace("items.yaml", "answer: paris\n        rationale", "answer: pairs\n        rationale")
			.replace("case-studies/farm.yml", "{text: Eggs, key: true}", "{text: Eggs}")
			.replace("pack.yaml", "data: 60", "data: 50")
			.replace("pack.yaml", "cut: 150", "cut: 300");
		assertThat(this.pack.problems()).extracting((problem) -> problem.replaceAll("^([^:]+:\\d+:\\d+):.*", "$1"))
			.containsExactly("case-studies/farm.yml:21:9", "items.yaml:5:11", "items.yaml:10:5", "items.yaml:59:17",
					"pack.yaml:25:5", "pack.yaml:28:5");
	}

	@Test
	void aFixedFormNamesAsManyItemsAsItHas() {
		this.pack.replace("pack.yaml", "items: 1\n", "items: 4\n");
		expect("pack.yaml:48:5: the form names 1 item, and `items` says 4: make them agree");
	}

	@Test
	void aFixedFormNamesItemsOfThePack() {
		this.pack.replace("pack.yaml", "[morning]", "[mornin]");
		expect("pack.yaml:48:12: the pack has no item `mornin`; did you mean `morning`?"
				+ " Correct the id, or delete it from the form");
	}

	@Test
	void aFixedFormNamesNoCaseStudyButItsItems() {
		this.pack.replace("pack.yaml", "[morning]", "[farm]");
		expect("pack.yaml:48:12: `farm` is a case study: name its items instead");
	}

	@Test
	void aFixedFormHasCaseStudiesWhole() {
		this.pack.replace("pack.yaml", "[morning]", "[farm-cows]");
		expect("pack.yaml:48:5: a case study stands on a form as a whole: add `farm-hens`");
	}

	@Test
	void aFixedFormHasNoEnemies() {
		this.pack.replace("pack.yaml", "items: 1\n", "items: 2\n");
		this.pack.replace("pack.yaml", "[morning]", "[colour-of-the-sky, primes]");
		expect("pack.yaml:48:12: `colour-of-the-sky` and `primes` are enemies: take one of them off this form");
	}

}
