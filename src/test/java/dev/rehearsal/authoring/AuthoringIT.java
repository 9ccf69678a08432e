package dev.rehearsal.authoring;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import javax.imageio.ImageIO;

import dev.rehearsal.DatabaseTest;
import dev.rehearsal.PlainBrowser;
import dev.rehearsal.Sitting;
import dev.rehearsal.account.Role;
import dev.rehearsal.account.SignedIn;
import dev.rehearsal.bank.ArchiveReading;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackArchive;
import dev.rehearsal.bank.PackImport;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import dev.rehearsal.bank.PackTakenException;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Instructors write, publish and mend packs, by links and forms alone. */
@DatabaseTest
class AuthoringIT {

	private static int packs;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Autowired
	private Bank bank;

	@Autowired
	private PackImport packImport;

	@Autowired
	private Trials trials;

	private SignedIn instructor;

	private PlainBrowser browser;

	private String pack;

	@BeforeEach
	void anInstructor() {
		this.instructor = SignedIn.as(Role.INSTRUCTOR, this.jdbc, this.clock);
		this.browser = this.instructor.browser(this.port);
		this.pack = "authored-" + ++packs;
	}

	@Test
	void aFirstPackIsWrittenFromNothingAndPublished() {
		draft();
		assertThat(heading()).isEqualTo("Stars & \"planets\"");
		assertThat(text("#problems .sound")).isEqualTo("No problems.");
		this.browser.press("Review changes");
		assertThat(text(".figures")).isEqualTo("Added 4 Revised 0 Retired 0 Unchanged 0");
		assertThat(this.bank.pack(this.pack)).isEmpty();
		this.browser.press("Publish");
		assertThat(text(".notice")).startsWith("Version 1 is in force.");
		assertThat(this.bank.items(this.pack)).hasSize(4);
		assertThat(this.browser.open("/packs").page().select("#drafts-title")).isEmpty();
		assertThat(text("main")).contains("Stars & \"planets\"");
		Sitting.start(this.port, this.pack + "/exam").end();
	}

	@Test
	void aPageThatWaitsIsToldHowFarPublishingIs() {
		String address = draft();
		this.browser.press("Review changes");
		String lines = "application/x-ndjson";
		assertThat(this.browser.request("POST", address + "/publish", lines, "revision=99").body())
			.isEqualTo("{\"refused\":true}\n");
		PlainBrowser other = SignedIn.as(Role.INSTRUCTOR, this.jdbc, this.clock)
			.browser(this.port)
			.open("/packs/drafts/new");
		String revision = this.browser.page().select("input[name=revision]").attr("value");
		assertThat(other.request("POST", address + "/publish", lines, "revision=" + revision).statusCode())
			.isEqualTo(404);
		HttpResponse<String> told = this.browser.request("POST", address + "/publish", lines, "revision=" + revision);
		assertThat(told.headers().firstValue("Content-Type")).contains(lines);
		assertThat(told.body()).contains("\"step\":\"read\"")
			.endsWith("{\"location\":\"/packs/" + this.pack + "?notice=published\"}\n");
		assertThat(this.bank.items(this.pack)).hasSize(4);
	}

	@Test
	void whatHasProblemsIsOnlyStoredIfItsAuthorSaysSo() {
		String address = draft();
		this.browser.open(address + "?file=items.yaml").write("text", "items:\n  - id: X\n").press("Review changes");
		assertThat(text(".notice")).startsWith("Not stored yet: this text has problems.");
		assertThat(text(".problems li")).startsWith("items.yaml:2:5 ");
		assertThat(this.browser.page().select("textarea").text()).contains("- id: X");
		this.browser.open(address + "?file=items.yaml");
		assertThat(text("#problems .sound")).isEqualTo("No problems.");
		assertThat(this.browser.page().select("textarea").text()).contains("first-question");
		this.browser.write("text", "items:\n  - id: X\n").press("Keep draft");
		this.browser.open(address + "?file=items.yaml");
		assertThat(this.browser.page().select("textarea").text()).isEqualToNormalizingWhitespace("items: - id: X");
		assertThat(this.browser.page().select(".file-list [data-path=items.yaml] .count").text()).startsWith("1");
		this.browser.open(address + "/changes");
		assertThat(this.browser.address()).as("nothing to review yet").isEqualTo(address);
	}

	@Test
	void problemsAreToldWhileOneTypes() {
		String address = draft();
		var told = this.browser.post(address + "/check", "file=items.yaml&text=items%3A%0A  - id: X");
		assertThat(told.statusCode()).isEqualTo(200);
		assertThat(told.body()).contains("\"file\":\"items.yaml\",\"line\":2,\"column\":5,\"code\":\"missing-key\"");
		assertThat(this.browser.open(address + "?file=items.yaml").page().select("textarea").text())
			.contains("first-question");
	}

	@Test
	void whoSavesFromAnOldPageOverwritesNothing() {
		String address = draft();
		PlainBrowser other = this.instructor.browser(this.port).open(address);
		edit("title: ", "title: Mine first #");
		other.write("text", other.page().select("textarea").first().wholeText() + "# mine too\n").press("Keep draft");
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.page().select("[role=alert]").text()).contains("saved elsewhere since this page was opened");
		assertThat(other.page().select("textarea").first().wholeText()).contains("# mine too");
		assertThat(this.browser.open(address).page().select("textarea").first().wholeText()).contains("Mine first")
			.doesNotContain("mine too");
		other.press("Keep draft");
		assertThat(this.browser.open(address).page().select("textarea").first().wholeText()).contains("mine too");
	}

	@Test
	void aBrokenUploadStoresNothingUnlessItIsKept() {
		byte[] zip = zip(Map.of("my-pack/pack.yaml", yaml("pack.yaml") + "more: 1\n", "my-pack/items/all.yaml",
				yaml("items.yaml"), "my-pack/README.md", "# Mine"));
		this.browser.open("/packs/drafts/new").upload("files", "my-pack.zip", zip);
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(text(".problems")).contains("the key `more` is not known here");
		assertThat(this.browser.open("/packs").page().select("#drafts-title")).isEmpty();
		this.browser.open("/packs/drafts/new").upload("files", "my-pack.zip", zip, "keep");
		assertThat(text(".notice")).startsWith("1 file was left out");
		assertThat(this.browser.page().select(".file-list [data-path]").eachAttr("data-path"))
			.containsExactly("items/all.yaml", "pack.yaml");
	}

	@Test
	void aHostileUploadIsRefusedWithASentence() {
		this.browser.open("/packs/drafts/new")
			.upload("files", "pack.zip", zip(Map.of("../../pack.yaml", "pack: x")), "keep");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(text("[role=alert]")).startsWith("Nothing was stored: the archive names a file");
		this.browser.open("/packs/drafts/new").upload("files", "virus.exe", new byte[] { 1, 2, 3 }, "keep");
		assertThat(text("[role=alert]")).startsWith("There is no YAML file among what you chose.");
		this.browser.open("/packs/drafts/new").upload("files", "large.yaml", new byte[17 << 20]);
		assertThat(this.browser.status()).isEqualTo(413);
		assertThat(this.browser.open("/packs").page().select("#drafts-title")).isEmpty();
	}

	@Test
	void archivesThatUnpackToTooMuchAreRefusedBeforeTheyAreRead() {
		Map<String, String> zeros = new TreeMap<>();
		for (int i = 0; i < 70; i++) {
			zeros.put("part-" + i + ".bin", "\0".repeat(1 << 20));
		}
		this.browser.open("/packs/drafts/new").upload("files", "zeros.zip", zip(zeros), "keep");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(text("[role=alert]")).contains("64 MiB");
	}

	@Test
	void aFileOfAnotherSystemBecomesADraftAndWhatIsLostIsListed() {
		String gift = """
				::An essay:: Describe the moon. {}

				::The nearest:: Which planet is nearest to the sun? {=Mercury ~Venus ~Earth ~Mars}
				""";
		this.browser.open("/packs/drafts/new").upload("file", "quiz.gift", gift.getBytes(StandardCharsets.UTF_8));
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(text(".lead")).startsWith("One item of a file in GIFT became a draft");
		assertThat(text(".losses")).contains("A whole item quiz.gift:1 An essay");
		this.browser.open(this.browser.page().select("a.primary").attr("href"));
		assertThat(text(".file-list")).contains("pack.yaml");
	}

	@Test
	void aHostileFileOfAnotherSystemStoresNothing() {
		String entities = "<?xml version=\"1.0\"?><!DOCTYPE quiz [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><quiz>&a;</quiz>";
		this.browser.open("/packs/drafts/new").upload("file", "quiz.xml", entities.getBytes(StandardCharsets.UTF_8));
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(text("[role=alert]")).startsWith("Nothing was stored: \"quiz.xml\" has a document type definition");
		assertThat(this.browser.open("/packs").page().select("#drafts-title")).isEmpty();
	}

	@Test
	void aVersionLeavesForAnotherSystemAsItWasPublished() {
		publish();
		this.browser.open("/packs/" + this.pack + "/versions/1/export?format=gift");
		assertThat(text("#losses-title")).contains("that the format cannot say");
		String address = this.browser.page().select("a[download]").attr("href");
		assertThat(new String(this.browser.bytes(address), StandardCharsets.UTF_8)).contains("::");
		assertThat(this.browser.open("/packs/" + this.pack + "/versions/2/export").status()).isEqualTo(404);
		assertThat(this.browser.open("/packs/" + this.pack + "/versions/1/export/nonsense").status()).isEqualTo(404);
	}

	@Test
	void anIdThatIsAnAddressOfDraftsIsNoPacks() {
		this.pack = "drafts";
		publish();
		assertThat(this.browser.status()).isEqualTo(409);
		assertThat(text("[role=alert]")).startsWith("A pack cannot have this id");
		assertThat(this.bank.pack("drafts")).isEmpty();
	}

	@Test
	void anIdBelongsToItsFirstPublisher() {
		publish();
		PlainBrowser other = SignedIn.as(Role.INSTRUCTOR, this.jdbc, this.clock).browser(this.port);
		other.open("/packs/drafts/new").write("title", "Theirs").write("packId", this.pack).press("Create draft");
		String draft = other.address();
		other.press("Review changes");
		assertThat(other.page().select("[role=alert]").text()).contains("belongs to another instructor");
		assertThat(other.page().select(".figures")).as("what is in force is not theirs to see").isEmpty();
		other.post(draft + "/publish", "revision=1");
		assertThat(this.bank.pack(this.pack).orElseThrow().definition().title()).startsWith("Stars");
		assertThatExceptionOfType(PackTakenException.class)
			.isThrownBy(() -> this.packImport.importPack(read(this.pack), this.clock.instant()));
	}

	@Test
	void aPackOfTheFolderIsNoInstructors() {
		this.packImport.importPack(read(this.pack), this.clock.instant());
		draft();
		this.browser.press("Review changes");
		assertThat(text("[role=alert]")).contains("belongs to a pack of the installation's folder");
		assertThat(this.browser.open("/packs/" + this.pack).status()).isEqualTo(404);
		PlainBrowser administrator = SignedIn.as(Role.ADMINISTRATOR, this.jdbc, this.clock).browser(this.port);
		administrator.open("/packs/" + this.pack);
		assertThat(administrator.page().select(".note").text()).contains("can only be changed there");
	}

	@Test
	void anAdministratorCopiesAPackOfTheFolder() {
		PlainBrowser administrator = SignedIn.as(Role.ADMINISTRATOR, this.jdbc, this.clock).browser(this.port);
		administrator.open("/packs/mla-c01").press("Copy into a pack of my own");
		assertThat(administrator.page().select("textarea").first().wholeText()).contains("pack: mla-c01-copy");
		assertThat(administrator.page().select("#problems .sound").hasAttr("hidden")).isFalse();
	}

	@Test
	void publishingChangesNothingForWhoSitsAnExam() {
		publish();
		Sitting running = Sitting.start(this.port, this.pack + "/exam");
		List<String> before = stems(running);
		edit();
		this.browser.open(this.browser.address() + "?file=items.yaml");
		edit("Which planet is closest", "Which planet is nearest");
		this.browser.press("Review changes").press("Publish");
		assertThat(text(".notice")).startsWith("Version 2 is in force.");
		assertThat(stems(running)).isEqualTo(before).anyMatch((stem) -> stem.contains("closest"));
		running.end();
		running.browser().open(running.address() + "/review");
		assertThat(running.browser().page().select(".reviewed").text()).contains("Which planet is closest");
		assertThat(stems(Sitting.start(this.port, this.pack + "/exam"))).anyMatch((stem) -> stem.contains("nearest"));
	}

	@Test
	void versionsAreComparedDownloadedAndRestored() {
		publish();
		edit();
		this.browser.open(this.browser.address() + "?file=items.yaml");
		String items = this.browser.page().select("textarea").first().wholeText();
		this.browser
			.write("text",
					items.replace("Which planet is closest", "Which planet is nearest")
						.replace("id: second-question", "id: fifth-question")
						.replace("Mars is the fourth planet.", "Mars comes fourth."))
			.press("Review changes");
		assertThat(text(".figures")).isEqualTo("Added 1 Revised 1 Retired 1 Unchanged 2");
		assertThat(this.browser.page().select(".difference del").eachText()).contains("closest");
		assertThat(this.browser.page().select(".difference ins").eachText()).contains("nearest");
		this.browser.press("Publish").open("/packs/" + this.pack + "/versions/2");
		assertThat(heading()).isEqualTo("From version 1 to version 2");
		assertThat(this.browser.page().select(".difference h2").eachText()).containsExactly("first-question");
		assertThat(this.browser.page().select(".difference dt").eachText()).containsExactly("Stem",
				"Rationale of an option");
		assertThat(this.browser.page().select(".ids").eachText()).containsExactly("fifth-question", "second-question");
		byte[] zip = this.browser.bytes("/packs/" + this.pack + "/versions/1/download");
		assertThat(PackArchive.read(zip)).isInstanceOfSatisfying(ArchiveReading.Files.class,
				(archive) -> assertThat(new String(archive.files().get("items.yaml"), StandardCharsets.UTF_8))
					.contains("Which planet is closest"));
		this.browser.open("/packs/" + this.pack).press("Restore").press("Review changes").press("Publish");
		assertThat(text(".notice")).startsWith("Version 3 is in force.");
		this.browser.open("/packs/" + this.pack + "/versions/3?with=1");
		assertThat(text(".lead")).isEqualTo("Nothing differs.");
	}

	@Test
	void theItemsArePreviewedAsInTheExamAndAsInTheReview() {
		String address = draft();
		this.browser.open(address + "/preview");
		assertThat(this.browser.page().select(".previewed")).hasSize(4);
		this.browser.open(address + "/preview?item=first");
		assertThat(this.browser.page().select(".previewed .options .option")).hasSize(3);
		assertThat(text(".previewed .verdicts li.key")).contains("Mercury").contains("0.4 astronomical units");
		this.browser.open(address + "/find?item=third-question");
		assertThat(this.browser.response().uri().getQuery()).contains("file=items.yaml", "line=33");
	}

	@Test
	void aTrialLeavesNoTrace() {
		String address = draft();
		this.browser.open(address + "/trial").press("Start trial");
		UUID attempt = UUID.fromString(this.browser.address().substring("/attempts/".length()));
		this.browser.open("/attempts/" + attempt + "/items/1/report").write("text", "A trial's").press("Send");
		this.browser.open("/attempts/" + attempt + "/overview").press("End exam").press("Yes, end exam");
		assertThat(text(".note")).startsWith("This was a trial.");
		this.browser.open("/history");
		assertThat(text("main")).doesNotContain("The exam");
		assertThat(this.browser.open("/").page().html()).doesNotContain("~trial");
		String trial = "~trial-" + address.substring(address.lastIndexOf('/') + 1);
		assertThat(this.browser.open("/exams/" + trial + "/exam").status()).isEqualTo(404);
		this.browser.open(address + "/trial").press("Delete the trial");
		assertThat(this.browser.open("/attempts/" + attempt).status()).isEqualTo(404);
		for (String table : List.of("attempt", "item_revision", "pack_version")) {
			assertThat(this.jdbc.sql("select count(*) from " + table + " where pack_id = ?")
				.param(trial)
				.query(Integer.class)
				.single()).as(table).isZero();
		}
	}

	@Test
	void anOldTrialIsDeletedByItself() {
		String address = draft();
		this.browser.open(address + "/trial").press("Start trial");
		this.trials.deleteOld();
		assertThat(this.browser.open(address + "/trial").page().select("#under-way")).hasSize(1);
		this.jdbc.sql("update pack_version set imported_at = imported_at - interval '25 hours' where pack_id = ?")
			.param("~trial-" + address.substring(address.lastIndexOf('/') + 1))
			.update();
		this.trials.deleteOld();
		assertThat(this.browser.open(address + "/trial").page().select("#under-way")).isEmpty();
	}

	@Test
	void aReportIsAnsweredAndTheFixShows() {
		publish();
		Sitting sitting = Sitting.start(this.port, this.pack + "/exam");
		int position = 1 + stems(sitting).indexOf("Which planet is closest to the sun?");
		sitting.browser()
			.open(sitting.address() + "/items/" + position + "/report")
			.write("text", "Is it not Vulcan?")
			.press("Send");
		this.browser.open("/packs/" + this.pack + "/reports");
		assertThat(text("article")).contains("first-question", "revision 1", "Is it not Vulcan?", "Mercury")
			.doesNotContain("Fixed");
		edit();
		this.browser.open(this.browser.address() + "?file=items.yaml");
		edit("Which planet is closest", "Which known planet is closest");
		this.browser.press("Review changes").press("Publish").open("/packs/" + this.pack + "/reports");
		assertThat(text(".verdict")).startsWith("Fixed: revision 2 since version 2");
		this.browser.write("answer", " ").press("Send answer");
		assertThat(this.browser.status()).isEqualTo(400);
		this.browser.write("answer", "Vulcan was never found.").press("Send answer");
		assertThat(text("article")).contains("Vulcan was never found.");
		sitting.end().browser().open(sitting.address() + "/review");
		assertThat(sitting.browser().page().select("#item-" + position).text())
			.contains("The author answered: Vulcan was never found.");
		this.browser.press("Open again").press("Close without an answer");
		assertThat(text("article")).contains("Is it not Vulcan?").doesNotContain("never found");
	}

	@Test
	void imagesAreCheckedByContentAndServedByWhatTheyShow() throws IOException {
		String address = draft();
		this.browser.upload("files", "evil.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
		assertThat(text("[role=alert]")).startsWith("Nothing was stored: images/evil.png is no PNG");
		this.browser.open(address).upload("files", "planets.png", png(20));
		assertThat(text("figcaption")).contains("![…](images/planets.png)");
		this.browser.open(address + "?file=items.yaml");
		edit("stem: Which planet is closest to the sun?",
				"stem: \"![Four planets](images/planets.png) Which planet is closest to the sun?\"");
		assertThat(text("#problems .sound")).isEqualTo("No problems.");
		this.browser.press("Review changes").press("Publish");
		Sitting sitting = Sitting.start(this.port, this.pack + "/exam");
		stems(sitting);
		Element image = sitting.browser().page().select(".stem img").first();
		assertThat(image.attr("alt")).isEqualTo("Four planets");
		assertThat(image.attr("src")).matches("/images/[0-9a-f]{64}\\.png");
		HttpResponse<String> served = sitting.browser().get(image.attr("src"));
		assertThat(served.headers().firstValue("Content-Type")).contains("image/png");
		assertThat(served.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(served.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
		assertThat(served.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
		edit();
		this.browser.upload("files", "planets.png", png(30)).open(this.browser.address()).press("Review changes");
		assertThat(text(".figures")).as("another image under the same name").contains("Revised 1");
	}

	@Test
	void anImageThatIsNotThereIsAProblemAtItsLine() {
		String address = draft();
		this.browser.open(address + "?file=items.yaml");
		edit("stem: Which planet is closest to the sun?", "stem: \"![x](images/none.png)\"");
		this.browser.open(address + "?file=items.yaml");
		assertThat(text(".problems li")).startsWith("items.yaml:7:11").contains("the pack has no image");
	}

	private static byte[] png(int width) throws IOException {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, 10, BufferedImage.TYPE_INT_RGB), "png", png);
		return png.toByteArray();
	}

	private String draft() {
		this.browser.open("/packs/drafts/new")
			.write("title", "Stars & \"planets\"")
			.write("packId", this.pack)
			.press("Create draft");
		return this.browser.address();
	}

	private void publish() {
		draft();
		this.browser.press("Review changes").press("Publish");
	}

	private void edit() {
		this.browser.open("/packs/" + this.pack).press("Edit");
	}

	/** Replaces some of the text on the page and keeps the draft. */
	private void edit(String text, String by) {
		String before = this.browser.page().select("textarea").first().wholeText();
		assertThat(before).contains(text);
		this.browser.write("text", before.replace(text, by)).press("Keep draft");
	}

	private static List<String> stems(Sitting sitting) {
		sitting.browser().open(sitting.address());
		return sitting.browser().page().select("section.item .stem").eachText();
	}

	private String heading() {
		return text("h1");
	}

	private String text(String selector) {
		return this.browser.page().select(selector).text();
	}

	private String yaml(String file) {
		return new String(Template.files(this.pack, "Uploaded").get(file), StandardCharsets.UTF_8);
	}

	private static Pack read(String packId) {
		if (PackReader.read("pack", Template.files(packId, "From a folder")) instanceof PackReading.Sound(Pack pack)) {
			return pack;
		}
		throw new AssertionError();
	}

	private static byte[] zip(Map<String, String> files) {
		SortedMap<String, byte[]> bytes = new TreeMap<>();
		files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
		return PackArchive.write(bytes);
	}

}
