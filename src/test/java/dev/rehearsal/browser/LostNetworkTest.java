package dev.rehearsal.browser;

import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import dev.rehearsal.Viewing;
import org.junit.jupiter.api.AfterEach;

/** An exam whose network can be taken away. */
abstract class LostNetworkTest extends RoomTest {

	static final String KEPT = """
			async () => navigator.serviceWorker.controller !== null
			    && (await (await caches.open('rehearsal:' + document.body.dataset.address)).keys()).length > 5""";

	private static final List<String> LOST = List.of("Failed to fetch", "net::ERR_");

	static final String FORGOTTEN = "!Object.keys(localStorage).some((key) => key.includes('attempts'))";

	/** A lost network is what these tests are about; a script that fails is not. */
	@AfterEach
	void lostConnectionsAreNoTrouble() {
		troubles().removeIf((trouble) -> LOST.stream().anyMatch(trouble::contains));
	}

	ExamPage started() {
		ExamPage exam = ExamPage.start(open(Viewing.DESKTOP, QUICK));
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

}
