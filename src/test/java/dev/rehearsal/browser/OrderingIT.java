package dev.rehearsal.browser;

import java.util.List;

import com.microsoft.playwright.Locator;
import dev.rehearsal.Viewing;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Steps that are put in order by a pointer and by a finger. */
class OrderingIT extends RoomTest {

	@Test
	void stepsAreDraggedToTheirPlacesAndOutOfThem() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
		int position = exam.first("ordering");
		exam.go(position);
		List<String> key = this.keys.key(exam.attempt(), position);
		Locator places = exam.item().locator("li.slot");
		for (int place = key.size() - 1; place >= 0; place--) {
			exam.item().locator("button.step[data-id='" + key.get(place) + "']").dragTo(places.nth(place));
		}
		assertThat(steps(exam)).isEqualTo(key);
		places.nth(0).locator(".text").dragTo(places.nth(2));
		assertThat(steps(exam)).as("the others make room")
			.startsWith(key.get(1), key.get(2), key.get(0))
			.hasSameSizeAs(key);
		places.nth(1).locator(".grip").dragTo(exam.item().locator(".stem"));
		assertThat(steps(exam)).as("taken out").startsWith(key.get(1), "", key.get(0));
		exam.item().locator("button.step[data-id='" + key.get(2) + "']").dragTo(places.nth(0));
		assertThat(steps(exam)).as("the gap closes").startsWith(key.get(2), key.get(1), key.get(0));
		exam.item().locator("button[data-do=down][data-id='" + key.get(2) + "']").click();
		exam.waitUntilSaved();
		exam.page().reload();
		assertThat(steps(exam)).startsWith(key.get(1), key.get(2), key.get(0));
	}

	@Test
	void stepsAreTappedAndDraggedByAFinger() {
		ExamPage exam = ExamPage.start(open(Viewing.PHONE, QUICK));
		int position = exam.first("ordering");
		exam.go(position);
		List<String> key = this.keys.key(exam.attempt(), position);
		Locator places = exam.item().locator("li.slot");
		exam.item().locator("button.step[data-id='" + key.get(0) + "']").tap();
		assertThat(steps(exam)).startsWith(key.get(0), "");
		Locator free = exam.item().locator("button.step").first();
		String step = free.getAttribute("data-id");
		Finger finger = new Finger(exam.page());
		finger.drag(free.locator(".grip"), places.nth(key.size() - 1));
		assertThat(steps(exam)).startsWith(key.get(0), "").endsWith(step);
		finger.drag(places.nth(0).locator(".grip"), places.nth(1));
		assertThat(steps(exam)).startsWith("", key.get(0)).endsWith(step);
		exam.item().locator("button[data-do=remove][data-id='" + step + "']").tap();
		assertThat(exam.item().locator("li.slot.empty")).hasCount(key.size() - 1);
		assertThat(steps(exam)).startsWith("", key.get(0)).endsWith("");
		// Beside the grip a finger scrolls the page.
		finger.drag(places.nth(1).locator(".text"), places.nth(2));
		assertThat(steps(exam)).startsWith("", key.get(0)).endsWith("");
	}

	@SuppressWarnings("unchecked")
	private static List<String> steps(ExamPage exam) {
		return (List<String>) exam.item().locator("select").evaluateAll("(all) => all.map((select) => select.value)");
	}

}
