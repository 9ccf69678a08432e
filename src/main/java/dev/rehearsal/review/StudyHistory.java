package dev.rehearsal.review;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.attempt.Attempt;
import dev.rehearsal.attempt.AttemptMode;
import dev.rehearsal.attempt.Attempts;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.attempt.Responses;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.ItemProfile;
import dev.rehearsal.form.Forms;
import dev.rehearsal.form.Forms.Slot;
import dev.rehearsal.scoring.ScoreReport;
import dev.rehearsal.scoring.Scores;

import org.springframework.stereotype.Component;

/** What a candidate has met of a pack, as far as it helps to choose what to drill. */
@Component
public class StudyHistory {

	private final Bank bank;

	private final Attempts attempts;

	private final Forms forms;

	private final Responses responses;

	private final Scores scores;

	StudyHistory(Bank bank, Attempts attempts, Forms forms, Responses responses, Scores scores) {
		this.bank = bank;
		this.attempts = attempts;
		this.forms = forms;
		this.responses = responses;
		this.scores = scores;
	}

	/**
	 * Looks through all attempts of a candidate.
	 * @param candidate whose
	 * @param packId the pack
	 * @param now the time
	 * @return what was met in them
	 */
	public Met of(CandidateId candidate, String packId, Instant now) {
		List<Attempt> attempts = this.attempts.of(candidate, now)
			.stream()
			.filter((attempt) -> attempt.packId().equals(packId))
			.toList();
		Map<String, Boolean> right = new HashMap<>();
		Map<String, Boolean> flagged = new HashMap<>();
		Set<String> running = new HashSet<>();
		for (Attempt attempt : attempts.reversed()) { // the newest has the last word
			List<Slot> slots = this.forms.slots(attempt.formId());
			Map<Long, String> names = this.bank.itemNames(slots.stream().map(Slot::revision).toList());
			Map<Integer, Response> given = this.responses.of(attempt);
			Optional<ScoreReport> report = this.scores.report(attempt);
			for (Slot slot : slots) {
				String item = names.get(slot.revision());
				Response response = given.getOrDefault(slot.position(), Response.unseen(slot.position()));
				if (attempt.isInProgress() && attempt.mode() == AttemptMode.EXAM) {
					running.add(item);
				}
				else if (response.visitedAt() != null) {
					report.ifPresent((graded) -> right.put(item, graded.isRight(slot.position())));
					right.putIfAbsent(item, true);
					if (response.sequence() > 0) { // who only looked has neither set nor
													// taken a flag
						flagged.put(item, response.flagged());
					}
				}
			}
		}
		return new Met(Set.copyOf(right.keySet()), where(right, false), where(flagged, true), running);
	}

	private static Set<String> where(Map<String, Boolean> items, boolean value) {
		Set<String> found = new HashSet<>();
		items.forEach((item, is) -> {
			if (is == value) {
				found.add(item);
			}
		});
		return found;
	}

	/**
	 * Items by what happened to them.
	 *
	 * @param seen were shown
	 * @param wrong were answered wrong or not at all when they were last graded
	 * @param flagged had a flag when they were last met
	 * @param running stand on an exam that goes on, whose keys must not be shown
	 */
	public record Met(Set<String> seen, Set<String> wrong, Set<String> flagged, Set<String> running) {

		/**
		 * The items that were never shown.
		 * @param items a pack's
		 * @return without those that were
		 */
		Set<String> unseen(List<ItemProfile> items) {
			Set<String> unseen = new HashSet<>();
			items.forEach((item) -> unseen.add(item.item()));
			unseen.removeAll(this.seen);
			return unseen;
		}

	}

}
