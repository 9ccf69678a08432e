package dev.rehearsal.browser;

import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import dev.rehearsal.BrowserTest;
import dev.rehearsal.Keys;
import dev.rehearsal.Viewing;
import dev.rehearsal.bank.Bank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.fail;

/** An exam whose network can be taken away. */
abstract class LostNetworkTest extends BrowserTest {

	private static final String KEPT = """
			async () => navigator.serviceWorker.controller !== null
			    && (await (await caches.open('rehearsal:' + document.body.dataset.address)).keys()).length > 5""";

	static final String FORGOTTEN = "!Object.keys(localStorage).some((key) => key.includes('attempts'))";

	@Autowired
	JdbcClient jdbc;

	@Autowired
	private Bank bank;

	Keys keys;

	@BeforeEach
	void lookKeysUp() {
		this.keys = new Keys(this.jdbc, this.bank);
	}

	/** A lost network is what these tests are about. */
	@AfterEach
	void lostConnectionsAreNoTrouble() {
		troubles().clear();
	}

	/** The same candidate with another browser. */
	Page otherDevice(ExamPage exam) {
		Page other = open(Viewing.DESKTOP, "/device");
		other.context().clearCookies();
		other.context().addCookies(exam.page().context().cookies().stream().map(BrowserCookies::copy).toList());
		other.navigate("/attempts/" + exam.attempt());
		return other;
	}

	ExamPage started() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/quick"));
		until(exam.page(), KEPT);
		return exam;
	}

	/** At its first multiple-choice item, all saved. */
	ExamPage startedAtChoice() {
		ExamPage exam = started();
		exam.go(choices(exam).getFirst());
		exam.waitUntilSaved();
		return exam;
	}

	/** Not waitForFunction, which the Content-Security-Policy forbids to look again. */
	static void until(Page page, String condition) {
		for (int i = 0; i < 100; i++) {
			try {
				if ((Boolean) page.evaluate(condition)) {
					return;
				}
			}
			catch (PlaywrightException ex) {
				// The page is just being left for another one.
			}
			page.waitForTimeout(100);
		}
		fail("never: " + condition);
	}

	/**
	 * What a page that is just being closed sends slips past a network that is only
	 * switched off.
	 */
	static void network(ExamPage exam, boolean there) {
		BrowserContext context = exam.page().context();
		context.setOffline(!there);
		if (there) {
			context.unroute("**/items/**");
		}
		else {
			context.route("**/items/**", Route::abort);
		}
	}

	static List<Integer> choices(ExamPage exam) {
		return exam.page()
			.locator("section.item[data-type=multiple-choice]")
			.all()
			.stream()
			.map((section) -> Integer.valueOf(section.getAttribute("data-position")))
			.toList();
	}

	void answer(ExamPage exam, int position) {
		exam.go(position);
		exam.answer(this.keys.key(exam.attempt(), position));
	}

	void deadline(ExamPage exam, String deadline, int grace) {
		this.jdbc.sql("update attempt set deadline = " + deadline + ", grace_seconds = ? where id = ?")
			.params(grace, exam.attempt())
			.update();
	}

	String stored(ExamPage exam, int position) {
		return this.jdbc.sql("select answer[1] from response where attempt_id = ? and position = ?")
			.params(exam.attempt(), position)
			.query(String.class)
			.single();
	}

	static int seconds(String time) {
		String[] parts = time.split(":");
		return Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60 + Integer.parseInt(parts[2]);
	}

}
