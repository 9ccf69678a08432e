package dev.rehearsal.bank;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.rehearsal.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
class PackImportIT {

	private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

	private static int packs;

	@Autowired
	private PackImport packImport;

	@Autowired
	private Bank bank;

	@Autowired
	private JdbcClient jdbc;

	private PackFolder pack;

	private String id;

	@BeforeEach
	void aPackOfItsOwn(@TempDir Path folder) {
		this.id = "import-" + ++packs;
		this.pack = new PackFolder(folder).replace("pack.yaml", "pack: sample", "pack: " + this.id);
	}

	private ImportResult importPack() {
		return this.packImport.importPack(this.pack.pack(), NOW);
	}

	private Map<String, ItemRevision> inForce() {
		List<Long> ids = this.bank.items(this.id).stream().map(ItemProfile::revision).toList();
		Map<String, ItemRevision> byItem = new java.util.TreeMap<>();
		this.bank.revisions(ids).values().forEach((revision) -> byItem.put(revision.item(), revision));
		return byItem;
	}

	@Test
	void aNewPackIsPutIntoForceAsItWasRead() {
		assertThat(importPack()).isEqualTo(new ImportResult(this.id, 1, 6, 6, 0, 0, 0, true));
		PackVersion version = this.bank.pack(this.id).orElseThrow();
		assertThat(version.definition()).isEqualTo(this.pack.pack().definition());
		assertThat(version.definition().blueprints().getFirst().weights().keySet()).containsExactly("data", "models");
		assertThat(version.number()).isEqualTo(1);
		assertThat(version.importedAt()).isEqualTo(NOW);
		assertThat(this.bank.version(version.id())).isEqualTo(version);
		assertThat(this.bank.packs()).contains(version);
		Map<String, ItemRevision> inForce = inForce();
		assertThat(inForce).hasSize(6);
		for (Pack.Item item : this.pack.pack().items()) {
			ItemRevision revision = inForce.get(item.id());
			assertThat(revision.content()).isEqualTo(item.content());
			assertThat(revision.number()).isEqualTo(1);
			assertThat(List.of(revision.domain(), String.valueOf(revision.task()), String.valueOf(revision.topic()),
					String.valueOf(revision.difficulty()), String.valueOf(revision.level())))
				.isEqualTo(List.of(item.domain(), String.valueOf(item.task()), String.valueOf(item.topic()),
						String.valueOf(item.difficulty()), String.valueOf(item.level())));
		}
		assertThat(inForce.get("farm-cows").scenario()).isEqualTo(inForce.get("farm-hens").scenario())
			.extracting(ItemRevision.Scenario::text)
			.isEqualTo("A farm has cows.\n\nIt has hens too.");
	}

	@Test
	void profilesSayWhatIsNeededToDrawAnItem() {
		importPack();
		List<ItemProfile> profiles = this.bank.items(this.id);
		assertThat(profiles).isSortedAccordingTo(java.util.Comparator.comparingLong(ItemProfile::revision));
		assertThat(profiles).filteredOn((profile) -> profile.item().equals("colour-of-the-sky"))
			.singleElement()
			.satisfies((profile) -> {
				assertThat(profile.type()).isEqualTo(ItemType.MULTIPLE_CHOICE);
				assertThat(profile.domain()).isEqualTo("data");
				assertThat(profile.topic()).isEqualTo("sky");
				assertThat(profile.caseStudy()).isNull();
				assertThat(profile.enemies()).containsExactly("primes");
			});
		assertThat(profiles).filteredOn((profile) -> profile.item().equals("farm-hens"))
			.singleElement()
			.satisfies((profile) -> {
				assertThat(profile.caseStudy()).isEqualTo("farm");
				assertThat(profile.casePosition()).isEqualTo(1);
				assertThat(profile.enemies()).isEmpty();
			});
	}

	@Test
	void theSamePackAgainChangesNothing() {
		importPack();
		long before = rows();
		this.pack.replace("items.yaml", "difficulty: easy", "# formatting only\n    difficulty:   'easy'");
		assertThat(importPack()).isEqualTo(new ImportResult(this.id, 1, 6, 0, 0, 0, 6, false));
		assertThat(rows()).isEqualTo(before);
	}

	@Test
	void anEditMakesANewRevisionAndKeepsTheOld() {
		importPack();
		Map<String, ItemRevision> before = inForce();
		this.pack.replace("items.yaml", "text: Red", "text: Purple");
		assertThat(importPack()).isEqualTo(new ImportResult(this.id, 2, 6, 0, 1, 0, 5, true));
		ItemRevision revised = inForce().get("colour-of-the-sky");
		ItemRevision old = before.get("colour-of-the-sky");
		assertThat(revised.number()).isEqualTo(2);
		assertThat(revised.content().options()).extracting(Option::text).contains("Purple");
		assertThat(this.bank.revisions(List.of(old.id()))).containsEntry(old.id(), old);
		assertThat(inForce().get("primes").id()).isEqualTo(before.get("primes").id());
		assertThat(versions("colour-of-the-sky")).containsExactly("1: 1 to 2", "2: 2 to null");
	}

	@Test
	void anItemThatIsDroppedRetiresAndComesBackAsANewRevision() {
		importPack();
		this.pack.delete("case-studies/farm.yml");
		assertThat(importPack()).isEqualTo(new ImportResult(this.id, 2, 4, 0, 0, 2, 4, true));
		assertThat(inForce()).doesNotContainKeys("farm-cows", "farm-hens").hasSize(4);
		this.pack.write("case-studies/farm.yml", PackFolder.original("case-studies/farm.yml"));
		assertThat(importPack()).isEqualTo(new ImportResult(this.id, 3, 6, 2, 0, 0, 4, true));
		assertThat(inForce().get("farm-cows").number()).isEqualTo(2);
		assertThat(versions("farm-cows")).containsExactly("1: 1 to 2", "2: 3 to null");
	}

	@Test
	void earlierContentAgainIsANewRevision() {
		importPack();
		this.pack.replace("items.yaml", "text: Red", "text: Purple");
		importPack();
		this.pack.replace("items.yaml", "text: Purple", "text: Red");
		assertThat(importPack()).isEqualTo(new ImportResult(this.id, 3, 6, 0, 1, 0, 5, true));
		assertThat(inForce().get("colour-of-the-sky").number()).isEqualTo(3);
	}

	@Test
	void anotherScenarioRevisesTheItemsOfItsCaseStudy() {
		importPack();
		Map<String, ItemRevision> before = inForce();
		this.pack.replace("case-studies/farm.yml", "A farm has cows.", "A farm has many cows.");
		assertThat(importPack()).isEqualTo(new ImportResult(this.id, 2, 6, 0, 2, 0, 4, true));
		assertThat(inForce().get("farm-hens").scenario().text()).startsWith("A farm has many cows.");
		long old = before.get("farm-hens").id();
		assertThat(this.bank.revisions(List.of(old)).get(old).scenario().text()).startsWith("A farm has cows.");
	}

	@Test
	void aBlueprintAloneMakesAVersionAndNoRevision() {
		importPack();
		PackVersion before = this.bank.pack(this.id).orElseThrow();
		this.pack.replace("pack.yaml", "minutes: 12", "minutes: 13");
		assertThat(importPack()).isEqualTo(new ImportResult(this.id, 2, 6, 0, 0, 0, 6, true));
		assertThat(this.bank.version(before.id()).definition().blueprints().getFirst().minutes()).isEqualTo(12);
		assertThat(this.bank.pack(this.id).orElseThrow().definition().blueprints().getFirst().minutes()).isEqualTo(13);
	}

	@Test
	void anImportThatFailsInTheMiddleChangesNothing() {
		importPack();
		Map<String, ItemRevision> before = inForce();
		this.pack.replace("items.yaml", "text: Red", "text: Purple");
		Pack broken = new Pack(this.pack.pack().definition(), this.pack.pack().items().stream().map((item) -> {
			String domain = item.id().equals("colour-of-the-sky") ? null : item.domain();
			return new Pack.Item(item.id(), domain, item.task(), item.topic(), item.difficulty(), item.level(),
					item.enemies(), item.caseStudy(), item.casePosition(), item.content());
		}).toList());
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.packImport.importPack(broken, NOW));
		assertThat(inForce()).isEqualTo(before);
		assertThat(this.bank.pack(this.id).orElseThrow().number()).isEqualTo(1);
	}

	@Test
	void nodesThatImportAtOnceMakeOneVersion() throws Exception {
		Pack read = this.pack.pack();
		List<ImportResult> results = new ArrayList<>();
		try (ExecutorService nodes = Executors.newFixedThreadPool(6)) {
			Callable<ImportResult> node = () -> this.packImport.importPack(read, NOW);
			for (Future<ImportResult> result : nodes.invokeAll(List.of(node, node, node, node, node, node))) {
				results.add(result.get());
			}
		}
		assertThat(results).filteredOn(ImportResult::isNew).hasSize(1);
		assertThat(results).extracting(ImportResult::version).containsOnly(1);
		assertThat(this.bank.items(this.id)).hasSize(6);
	}

	@Test
	void revisionsAreGivenInTheOrderAskedForWithoutUnknownOnes() {
		importPack();
		List<Long> ids = new ArrayList<>(
				this.bank.items(this.id).stream().map(ItemProfile::revision).toList().reversed());
		ids.add(1, -1L);
		assertThat(this.bank.revisions(ids).keySet())
			.containsExactlyElementsOf(ids.stream().filter((id) -> id > 0).toList());
		assertThat(this.bank.itemNames(ids)).hasSize(6).containsValue("capitals");
	}

	@Test
	void thereIsNoPackOfAnUnknownId() {
		assertThat(this.bank.pack("nothing-of-the-kind")).isEmpty();
		assertThat(this.bank.items("nothing-of-the-kind")).isEmpty();
		assertThatExceptionOfType(java.util.NoSuchElementException.class).isThrownBy(() -> this.bank.version(-1));
	}

	private long rows() {
		return this.jdbc
			.sql("select (select count(*) from item_revision) + (select count(*) from pack_version)"
					+ " + (select count(*) from scenario)")
			.query(Long.class)
			.single();
	}

	private List<String> versions(String item) {
		return this.jdbc.sql("""
				select number || ': ' || from_version || ' to ' || coalesce(to_version::text, 'null')
				from item_revision where pack_id = ? and item = ? order by number""")
			.params(this.id, item)
			.query(String.class)
			.list();
	}

}
