package dev.rehearsal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rehearsal.Viewing;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What WCAG 2.2 AA asks for and axe cannot see, on every page. */
class AccessibilityIT extends RoomTest {

	/** What 1280 × 1024 pixels become when a page is enlarged four times. */
	private static final int ZOOMED_WIDTH = 320;

	private static final int ZOOMED_HEIGHT = 256;

	/**
	 * Pointer targets below 24 × 24 pixels that have no 24 pixels to themselves either
	 * and do not stand in a sentence (success criterion 2.5.8).
	 */
	private static final String SMALL_TARGETS = """
			() => {
				const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
					&& e.getBoundingClientRect().width > 1;
				const area = (e) => (e.closest('label') ?? document.querySelector(`label[for="${e.id}"]`) ?? e)
					.getBoundingClientRect();
				const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
					.filter((e) => e.type !== 'hidden' && shown(e.closest('label') ?? e));
				const small = (box) => box.width < 23.5 || box.height < 23.5;
				const inSentence = (e) => e.tagName === 'A' && [...e.parentElement.childNodes]
					.some((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim().length > 1);
				return targets.filter((e) => small(area(e)) && !inSentence(e)).filter((e) => {
					const box = area(e);
					const x = box.x + box.width / 2, y = box.y + box.height / 2;
					return targets.some((other) => {
						if (other === e || area(other).x === box.x && area(other).y === box.y) return false;
						const b = area(other);
						const reach = small(b) ? 24 : 12;
						const dx = small(b) ? b.x + b.width / 2 - x : Math.max(b.left - x, 0, x - b.right);
						const dy = small(b) ? b.y + b.height / 2 - y : Math.max(b.top - y, 0, y - b.bottom);
						return Math.hypot(dx, dy) < reach;
					});
				}).map((e) => e.outerHTML.slice(0, 150) + ' ' + Math.round(area(e).width) + ' × ' + Math.round(area(e).height));
			}""";

	/** What takes the focus and does not show it. */
	private static final String UNSEEN_FOCUS = """
			() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
				.filter((e) => e.type !== 'hidden' && !e.disabled && e.checkVisibility({ visibilityProperty: true }))
				.filter((e) => {
					e.focus({ focusVisible: true });
					const marked = [e, e.closest('label'), e.nextElementSibling].filter(Boolean)
						.some((n) => getComputedStyle(n).outlineStyle !== 'none' && getComputedStyle(n).outlineWidth !== '0px');
					return document.activeElement === e && !marked;
				}).map((e) => e.outerHTML.slice(0, 150))""";

	private static final String MOVING = """
			() => [...document.querySelectorAll('*')].filter((e) => {
				const style = getComputedStyle(e);
				return style.animationName !== 'none' || style.scrollBehavior === 'smooth'
					|| style.transitionDuration.split(', ').some((d) => parseFloat(d) > 0);
			}).map((e) => e.outerHTML.slice(0, 100)).concat(document.getAnimations().map(String))""";

	@Test
	void aPageEnlargedFourTimesScrollsInOneDirection() {
		Page page = open(Viewing.DESKTOP, "/");
		page.setViewportSize(ZOOMED_WIDTH, ZOOMED_HEIGHT);
		List<String> wide = new ArrayList<>();
		everywhere(page, (shown, name) -> {
			int width = (Integer) shown.evaluate("document.documentElement.scrollWidth");
			if (width > ZOOMED_WIDTH) {
				wide.add(name + ": " + width + " pixels");
			}
		});
		assertThat(wide).isEmpty();
	}

	/** One of this form's steps is named after an operation of 26 letters. */
	@Test
	void longWordsInStepsFitAnEnlargedPage() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, "/exams/mla-c01/mock-exam-5"));
		exam.page().setViewportSize(ZOOMED_WIDTH, ZOOMED_HEIGHT);
		Locator orderings = exam.page().locator("section.item[data-type=ordering]");
		for (int i = 0; i < orderings.count(); i++) {
			exam.go(Integer.parseInt(orderings.nth(i).getAttribute("data-position")));
			Locator free = exam.item().locator(".step:not([disabled])");
			do {
				assertThat((Integer) exam.page().evaluate("document.documentElement.scrollWidth"))
					.isLessThanOrEqualTo(ZOOMED_WIDTH);
				free.first().click();
			}
			while (free.count() > 0);
			assertThat((Integer) exam.page().evaluate("document.documentElement.scrollWidth"))
				.isLessThanOrEqualTo(ZOOMED_WIDTH);
		}
	}

	@Test
	void theBarsOfTheRoomLeaveMostOfAnEnlargedPageToTheItem() {
		Page page = open(Viewing.DESKTOP, QUICK);
		ExamPage exam = ExamPage.start(page);
		page.setViewportSize(ZOOMED_WIDTH, ZOOMED_HEIGHT);
		Number covered = (Number) exam.page()
			.evaluate("[...document.querySelectorAll('body *')].filter((e) => "
					+ "['fixed', 'sticky'].includes(getComputedStyle(e).position) && e.checkVisibility())"
					+ ".reduce((sum, e) => sum + e.getBoundingClientRect().height, 0)");
		assertThat(covered.doubleValue()).isLessThan(ZOOMED_HEIGHT / 2.0);
	}

	@Test
	void wordsFitTheButtonsAtTheBottom() {
		Page page = open(Viewing.PHONE, QUICK);
		ExamPage exam = ExamPage.start(page);
		for (int width : new int[] { 360, 320 }) {
			page.setViewportSize(width, 740);
			for (String size : List.of("normal", "large", "larger", "largest")) {
				page.evaluate("(size) => { document.documentElement.dataset.size = size; }", size);
				assertThat((List<?>) exam.page()
					.evaluate("[...document.querySelectorAll('.room-moves button')].filter((b) => b.checkVisibility())"
							+ ".filter((b) => b.scrollWidth > b.clientWidth).map((b) => b.textContent)"))
					.as(size + " at " + width)
					.isEmpty();
			}
		}
	}

	@Test
	void everyTargetIsLargeEnoughForAFinger() {
		Page page = open(Viewing.PHONE, "/");
		List<String> small = new ArrayList<>();
		everywhere(page,
				(shown, name) -> found(shown, SMALL_TARGETS).forEach((target) -> small.add(name + ": " + target)));
		assertThat(small).isEmpty();
	}

	@Test
	void theFocusIsSeenAlsoWhenTheSystemChoosesTheColours() {
		Page page = open(Viewing.DESKTOP, "/");
		page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
		List<String> unseen = new ArrayList<>();
		everywhere(page, (shown, name) -> {
			screenshot(shown, "forced-colours-" + name);
			found(shown, UNSEEN_FOCUS).forEach((element) -> unseen.add(name + ": " + element));
		});
		assertThat(unseen).isEmpty();
	}

	@Test
	void nothingMovesForThoseWhoWantNoMotion() {
		Page page = open(Viewing.DESKTOP, "/");
		page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
		List<String> moving = new ArrayList<>();
		everywhere(page, (shown, name) -> found(shown, MOVING).forEach((element) -> moving.add(name + ": " + element)));
		assertThat(moving).isEmpty();
	}

	/** Walks over all pages and states. */
	private void everywhere(Page page, BiConsumer<Page, String> check) {
		check.accept(page, "home");
		for (String path : List.of(QUICK, "/coverage/mla-c01", "/drill/mla-c01", "/device", "/nothing")) {
			page.navigate(path);
			check.accept(page, path.split("/")[1]);
		}
		page.navigate(QUICK);
		ExamPage exam = ExamPage.start(page);
		for (String type : List.of("multiple-choice", "multi-response", "ordering", "matching")) {
			int position = exam.first(type);
			exam.go(position);
			exam.answer(this.keys.key(exam.attempt(), position));
			check.accept(page, "room-" + type);
		}
		exam.press("Navigator");
		check.accept(page, "navigator");
		exam.press("Close");
		exam.press("Review");
		check.accept(page, "review-screen");
		exam.press("End exam");
		check.accept(page, "end-dialog");
		exam.press("Yes, end exam");
		page.waitForURL("**/result");
		check.accept(page, "result");
		for (String path : List.of("review", "receipts")) {
			page.navigate("/attempts/" + exam.attempt() + "/" + path);
			check.accept(page, path);
		}
		page.navigate("/history");
		check.accept(page, "history");
	}

	@SuppressWarnings("unchecked")
	private static List<String> found(Page page, String script) {
		return (List<String>) page.evaluate(script);
	}

}
