package dev.rehearsal.browser;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FilePayload;
import dev.rehearsal.BrowserTest;
import dev.rehearsal.Sitting;
import dev.rehearsal.Viewing;
import dev.rehearsal.account.Role;
import dev.rehearsal.account.SignedIn;
import dev.rehearsal.bank.PackArchive;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Instructors' pages in a real browser, with the editor and without it. */
class AuthoringPagesIT extends BrowserTest {

	private static final Pattern DRAFT = Pattern.compile(".*/packs/drafts/[0-9a-f-]{36}");

	private static final Pattern CHANGES = Pattern.compile(".*/changes");

	private static final Pattern PUBLISHED = Pattern.compile(".*/packs/(pictured|large)-\\d+\\?notice=published");

	private static final Pattern CONVERTED = Pattern.compile(".*/packs/drafts/convert");

	private static final String GIFT = """
			::An essay:: Describe the moon. {}

			::The nearest:: Which planet is nearest to the sun? {=Mercury ~Venus ~Earth ~Mars}
			""";

	private static int packs;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private String pack;

	@Test
	void everyPageInEveryViewing() {
		for (Viewing viewing : Viewing.ALL) {
			Page page = instructor(viewing);
			check(page, "packs-empty");
			page.navigate("/packs/drafts/new");
			check(page, "pack-new");
			String draft = create(page);
			check(page, "pack-editor");
			page.navigate(draft + "?file=items.yaml");
			replace(page, "key: true", "kee: true");
			assertThat(page.locator(".problems li").first()).containsText("kee");
			check(page, "pack-editor-problems");
			page.navigate(draft + "/preview");
			check(page, "pack-preview");
			page.navigate(draft + "/trial");
			check(page, "pack-trial");
			page.navigate(draft + "/delete");
			check(page, "pack-delete");
			page.navigate(draft + "/changes");
			check(page, "pack-changes");
			press(page, "Publish", PUBLISHED);
			check(page, "pack-published");
			publishAgain(page);
			page.navigate("/packs/" + this.pack + "/versions/2");
			check(page, "pack-compare");
			page.navigate("/packs/" + this.pack + "/versions/1");
			check(page, "pack-version");
			page.navigate("/packs/" + this.pack + "/versions/2/export?format=gift");
			check(page, "pack-export");
			page.navigate("/packs/" + this.pack + "/reports");
			page.locator("summary").first().click();
			check(page, "pack-reports");
			page.navigate("/packs/drafts/new");
			page.locator("input[name=file]").setInputFiles(new FilePayload("quiz.gift", "text/plain", GIFT.getBytes()));
			press(page, "Convert into a draft", CONVERTED);
			check(page, "pack-converted");
			page.navigate("/packs");
			check(page, "packs");
		}
	}

	@Test
	void problemsShowAtTheirLinesWhileOneTypes() {
		Page page = instructor(Viewing.DESKTOP);
		create(page);
		assertThat(page.locator(".CodeMirror-linenumber").first()).hasText("1");
		assertThat(page.locator(".cm-atom").first()).isVisible();
		replace(page, "minutes: 10", "minutes: ten");
		assertThat(page.locator(".problems li")).containsText("`minutes`");
		assertThat(page.locator(".CodeMirror-lint-marker-error")).hasCount(1);
		assertThat(page.locator("#editor-said")).hasText("Not kept yet");
		replace(page, "minutes: ten", "minutes: 20");
		assertThat(page.locator(".problems li")).hasCount(0);
		assertThat(page.locator("#problems .sound")).isVisible();
		page.keyboard().press("Control+s");
		assertThat(page.locator("#editor-said")).hasText("The draft is kept.");
		page.reload();
		assertThat(page.locator(".CodeMirror")).containsText("minutes: 20");
		press(page, "Review changes");
		assertThat(page.locator("h1")).hasText("Review changes");
	}

	@Test
	void keysAndWordsAreCompletedFromTheSchema() {
		Page page = instructor(Viewing.DESKTOP);
		String draft = create(page);
		page.navigate(draft + "?file=items.yaml");
		replace(page, "    domain: basics\n", "    domain: basics\n    diff\n");
		page.evaluate("const e = document.querySelector('.CodeMirror').CodeMirror;"
				+ "const at = e.getValue().split('\\n').indexOf('    diff'); e.setCursor(at, 8); e.focus()");
		page.keyboard().press("Control+Space");
		assertThat(page.locator(".CodeMirror-hint")).hasText("difficulty");
		page.keyboard().press("Enter");
		page.keyboard().press("Control+Space");
		assertThat(page.locator(".CodeMirror-hint")).hasText(List.of("easy", "medium", "hard").toArray(String[]::new));
		page.keyboard().press("Enter");
		assertThat(page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()").toString())
			.contains("    difficulty: easy\n");
	}

	@Test
	void mathematicsIsSet() {
		Page page = instructor(Viewing.DESKTOP);
		String draft = create(page);
		page.navigate(draft + "?file=items.yaml");
		replace(page, "Which planet is closest to the sun?", "What is $`\\frac{x^2}{y_1}`$, and what `\\x`?");
		page.keyboard().press("Control+s");
		assertThat(page.locator("#editor-said")).hasText("The draft is kept.");
		page.navigate(draft + "/preview?item=first");
		assertThat(page.locator("math mfrac")).hasCount(1);
		assertThat(page.locator(".stem code")).hasText("\\x");
		screenshot(page, "pack-mathematics");
	}

	@Test
	void theEditorLetsGoOfTheKeyboard() {
		Page page = instructor(Viewing.DESKTOP);
		create(page);
		page.locator(".CodeMirror").waitFor();
		page.evaluate("document.querySelector('.CodeMirror').CodeMirror.focus()");
		page.keyboard().press("Escape");
		assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Review changes"))).isFocused();
	}

	@Test
	void anUploadIsChosenAndSent() {
		Page page = instructor(Viewing.PHONE);
		page.navigate("/packs/drafts/new");
		page.locator("input[name=files]")
			.setInputFiles(new FilePayload("mine.yaml", "text/yaml", "pack: x\n".getBytes(StandardCharsets.UTF_8)));
		press(page, "Upload");
		assertThat(page.locator("[role=alert]")).containsText("nothing was stored");
		check(page, "pack-upload-broken");
	}

	@Test
	void aLargePackSaysHowFarTheWorkIs() {
		Page page = instructor(Viewing.DESKTOP);
		this.pack = "large-" + ++packs;
		List<String> said = new CopyOnWriteArrayList<>();
		List<String> told = new CopyOnWriteArrayList<>();
		page.exposeFunction("said", (words) -> said.add(String.valueOf(words[0])));
		page.route(Pattern.compile(".*/(upload|publish)"), (route) -> {
			APIResponse response = route.fetch();
			told.add(response.text());
			route.fulfill(new Route.FulfillOptions().setResponse(response));
		});
		page.navigate("/packs/drafts/new");
		page.evaluate(
				"const work = document.querySelector('work-progress'); work.hidden = false; work.step('reading', 120, 400)");
		check(page, "pack-upload-working");
		page.navigate("/packs/drafts/new");
		listen(page);
		page.locator("input[name=files]").setInputFiles(new FilePayload("large.zip", "application/zip", large(1_200)));
		press(page, "Upload", Pattern.compile(".*/packs/drafts/[-0-9a-f]{36}\\?left=0"));
		press(page, "Review changes", CHANGES);
		listen(page);
		press(page, "Publish", PUBLISHED);
		assertThat(page.locator(".notice")).containsText("Version 1 is in force.");
		assertThat(told).hasSize(2);
		assertThat(told.getFirst()).contains("\"step\":\"read\"").endsWith("?left=0\"}\n");
		assertThat(told.getLast()).contains("\"step\":\"write\"").contains("\"done\":1000").contains("\"of\":1200");
		assertThat(said).contains("Working", "Checking", "Publishing");
	}

	private static void listen(Page page) {
		page.evaluate("document.querySelectorAll('work-progress .step').forEach((step) => new MutationObserver("
				+ "() => window.said(step.textContent)).observe(step, { childList: true }))");
	}

	private byte[] large(int items) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		files.put("pack.yaml", """
				pack: %s
				title: Large
				version: "1"
				domains:
				  - {id: all, title: All}
				blueprints:
				  - {id: exam, title: Exam, items: 20, minutes: 30, weights: {all: 100}}
				""".formatted(this.pack).getBytes(StandardCharsets.UTF_8));
		for (int file = 0; file < items / 100; file++) {
			StringBuilder text = new StringBuilder("items:\n");
			for (int i = 0; i < 100; i++) {
				text.append("""
						  - id: item-%1$d-%2$d
						    type: multiple-choice
						    domain: all
						    stem: Which number is %1$d times %2$d?
						    options:
						      - {text: "Product %1$d %2$d", key: true}
						      - {text: "Sum %1$d %2$d"}
						""".formatted(file, i));
			}
			files.put("items/%02d.yaml".formatted(file), text.toString().getBytes(StandardCharsets.UTF_8));
		}
		return PackArchive.write(files);
	}

	@Test
	void withoutJavaScriptToo() {
		Page page = instructor(Viewing.DESKTOP.withoutScript());
		create(page);
		page.locator("textarea").fill("pack: x\n");
		press(page, "Check");
		assertThat(page.locator(".problems li").first()).containsText("pack.yaml:1:1");
		assertThat(page.locator("textarea")).hasValue("pack: x\n");
		screenshot(page, "plain-editor");
	}

	private Page instructor(Viewing viewing) {
		SignedIn instructor = SignedIn.as(Role.INSTRUCTOR, this.jdbc, this.clock);
		Page page = open(viewing, "/");
		page.context()
			.addCookies(List.of(new Cookie("rehearsal_session", instructor.token()).setUrl(baseUrl().toString())));
		page.navigate("/packs");
		return page;
	}

	private String create(Page page) {
		this.pack = "pictured-" + ++packs;
		page.navigate("/packs/drafts/new");
		page.getByLabel("Title").fill("Astronomy for beginners");
		page.getByLabel("Id", new Page.GetByLabelOptions().setExact(true)).fill(this.pack);
		press(page, "Create draft", DRAFT);
		return Path.of(URI.create(page.url()).getPath()).toString();
	}

	private void publishAgain(Page page) {
		Sitting sitting = Sitting.start(baseUrl().getPort(), this.pack + "/exam");
		sitting.browser()
			.open(sitting.address() + "/items/1/report")
			.write("text", "Two of the options are right, as far as I can see.")
			.press("Send");
		press(page, "Edit", DRAFT);
		page.navigate(URI.create(page.url()).getPath() + "?file=items.yaml");
		replace(page, "Which planet is closest to the sun?", "Which of these planets is closest to the sun?");
		press(page, "Review changes", CHANGES);
		check(page, "pack-changes-again");
		press(page, "Publish", PUBLISHED);
	}

	private static void replace(Page page, String text, String by) {
		page.evaluate("([text, by]) => { const e = document.querySelector('.CodeMirror').CodeMirror;"
				+ " e.setValue(e.getValue().replace(text, () => by)); e.focus(); }", List.of(text, by));
	}

	private static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	/** Presses a button that leads to another page, and waits until that is there. */
	private static void press(Page page, String button, Pattern address) {
		press(page, button);
		page.waitForURL(address);
	}

	private void check(Page page, String name) {
		screenshot(page, name);
		assertAccessible(page);
		assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as("width of %s", name)
			.isLessThanOrEqualTo(page.viewportSize().width);
	}

}
