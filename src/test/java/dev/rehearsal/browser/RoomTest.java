package dev.rehearsal.browser;

import java.util.List;
import java.util.Optional;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.rehearsal.BrowserTest;
import dev.rehearsal.Keys;
import dev.rehearsal.Viewing;
import dev.rehearsal.bank.Bank;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.fail;

/** A test in the exam room that knows the keys, and can change what is stored. */
abstract class RoomTest extends BrowserTest {

	static final String QUICK = "/exams/mla-c01/quick";

	@Autowired
	JdbcClient jdbc;

	@Autowired
	private Bank bank;

	Keys keys;

	@BeforeEach
	void lookKeysUp() {
		this.keys = new Keys(this.jdbc, this.bank);
	}

	/** The same candidate with another browser. */
	Page otherDevice(ExamPage exam) {
		Page other = open(Viewing.DESKTOP, "/device");
		other.context().clearCookies();
		other.context().addCookies(exam.page().context().cookies().stream().map(BrowserCookies::copy).toList());
		other.navigate("/attempts/" + exam.attempt());
		return other;
	}

	/** Not waitForFunction, which the Content-Security-Policy forbids to look again. */
	static void until(Page page, String condition) {
		for (int i = 0; i < 300; i++) {
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

	/** Moves the deadline, and lets the page hear of it at once. */
	void tellDeadline(ExamPage exam, String deadline, int grace) {
		deadline(exam, deadline, grace);
		exam.page()
			.waitForResponse("**/clock",
					() -> exam.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))"));
		exam.page().waitForTimeout(100);
	}

	/** The first part of the answer, or null if there is none. */
	String stored(ExamPage exam, int position) {
		return this.jdbc.sql("select answer[1] from response where attempt_id = ? and position = ?")
			.params(exam.attempt(), position)
			.query((row, number) -> Optional.ofNullable(row.getString(1)))
			.single()
			.orElse(null);
	}

	static int seconds(String time) {
		String[] parts = time.split(":");
		return Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60 + Integer.parseInt(parts[2]);
	}

}
