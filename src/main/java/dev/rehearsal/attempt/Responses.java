package dev.rehearsal.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rehearsal.account.CandidateId;
import dev.rehearsal.form.Forms;
import dev.rehearsal.form.PresentedItem;

import org.springframework.stereotype.Component;

/** Saving and reading responses. */
@Component
public class Responses {

	/** Far more saves of one item than anyone makes in an exam. */
	private static final int HIGHEST_SEQUENCE = 1_000_000;

	private final Forms forms;

	private final ResponseTable table;

	/**
	 * What form an attempt has never changes, so a node may remember it. Whose it is can
	 * change once, from a guest to their account: the table looks at that with each save.
	 */
	private final Cache<Seat, UUID> formsOfSeats = Caffeine.newBuilder().maximumSize(50_000).build();

	Responses(Forms forms, ResponseTable table) {
		this.forms = forms;
		this.table = table;
	}

	/**
	 * Stores a response. When this returns an acknowledged outcome, the response is
	 * durable.
	 * @param attemptId the attempt
	 * @param candidate whose attempt it must be
	 * @param save what to store
	 * @param now the time
	 * @return what happened, one of a closed set
	 * @throws NoSuchAttemptException if there is none or it is another candidate's
	 */
	public Saved save(UUID attemptId, CandidateId candidate, Save save, Instant now) {
		UUID formId = formOf(attemptId, candidate);
		if (!this.forms.has(formId, save.position())) {
			return refused(SaveOutcome.NOT_ON_FORM, save);
		}
		PresentedItem item = this.forms.item(formId, save.position());
		Optional<List<String>> answer = (save.sequence() > 0 && save.sequence() <= HIGHEST_SEQUENCE)
				? item.answer(save.answer()) : Optional.empty();
		if (answer.isEmpty()) {
			return refused(SaveOutcome.NOT_AN_ANSWER, save);
		}
		return this.table.save(attemptId, candidate, save.withAnswer(answer.get()), now)
			.orElseThrow(() -> new NoSuchAttemptException(attemptId));
	}

	/**
	 * Remembers that an item was shown.
	 * @param attemptId the attempt
	 * @param candidate whose attempt it must be
	 * @param position on the form
	 * @param now the time
	 * @return recorded, not on form, or too late, which stands for ended too
	 * @throws NoSuchAttemptException if there is none or it is another candidate's
	 */
	public SaveOutcome visit(UUID attemptId, CandidateId candidate, int position, Instant now) {
		if (!this.forms.has(formOf(attemptId, candidate), position)) {
			return SaveOutcome.NOT_ON_FORM;
		}
		return this.table.visit(attemptId, candidate, position, now) ? SaveOutcome.RECORDED : SaveOutcome.TOO_LATE;
	}

	/**
	 * Remembers that a page shows an item.
	 * @param attempt one that was found for its candidate
	 * @param position on its form
	 * @param now the time
	 */
	public void visit(Attempt attempt, int position, Instant now) {
		this.formsOfSeats.put(new Seat(attempt.getId(), attempt.candidate()), attempt.formId());
		this.table.visit(attempt.getId(), attempt.candidate(), position, now);
	}

	/**
	 * Whether an answer was begun and can't be right as it is: it lacks a part, has one
	 * too many, or the same one twice.
	 * @param attemptId the attempt
	 * @param candidate whose attempt it must be
	 * @param response what is stored
	 * @return false if it is blank or complete
	 * @throws NoSuchAttemptException if there is none or it is another candidate's
	 */
	public boolean isUnfinished(UUID attemptId, CandidateId candidate, Response response) {
		return response.answer().stream().anyMatch((part) -> !part.isEmpty())
				&& !this.forms.item(formOf(attemptId, candidate), response.position()).isComplete(response.answer());
	}

	/**
	 * Whether no item comes after this one.
	 * @param attemptId the attempt
	 * @param candidate whose attempt it must be
	 * @param position on its form
	 * @return whether it is the last one
	 * @throws NoSuchAttemptException if there is none or it is another candidate's
	 */
	public boolean isLast(UUID attemptId, CandidateId candidate, int position) {
		return !this.forms.has(formOf(attemptId, candidate), position + 1);
	}

	/**
	 * All that is stored of an attempt.
	 * @param attempt one that was found for its candidate
	 * @return by position; items that were never seen are missing
	 */
	public Map<Integer, Response> of(Attempt attempt) {
		return this.table.all(attempt.getId());
	}

	/**
	 * How many saves there were of answers and notes, so that a page can tell whether it
	 * knows them all.
	 * @param attempt one that was found for its candidate
	 * @return the sum of their sequences
	 */
	public long saves(Attempt attempt) {
		return this.table.saves(attempt.getId());
	}

	/**
	 * Fixes the answer to an item, so that its key may be shown.
	 * @param attempt practice that was found for its candidate
	 * @param position on the form
	 * @param now the time
	 * @return false if it has no complete answer, or nothing may be given any more
	 */
	public boolean check(Attempt attempt, int position, Instant now) {
		if (!attempt.mode().showsKeys() || !attempt.isInProgress() || attempt.isPaused() || attempt.isTimeUp(now)
				|| !this.forms.has(attempt.formId(), position)) {
			return false;
		}
		PresentedItem item = this.forms.item(attempt.formId(), position);
		return this.table.check(attempt.getId(), position, now, item::isComplete);
	}

	/**
	 * What arrived too late to count.
	 * @param attempt one that was found for its candidate
	 * @return by position
	 */
	public List<LateResponse> late(Attempt attempt) {
		return this.table.late(attempt.getId());
	}

	private UUID formOf(UUID attemptId, CandidateId candidate) {
		Seat seat = new Seat(attemptId, candidate);
		UUID known = this.formsOfSeats.getIfPresent(seat);
		if (known != null) {
			return known;
		}
		UUID found = this.table.formId(attemptId, candidate).orElseThrow(() -> new NoSuchAttemptException(attemptId));
		this.formsOfSeats.put(seat, found);
		return found;
	}

	private static Saved refused(SaveOutcome outcome, Save save) {
		return new Saved(outcome, Response.unseen(save.position()));
	}

	private record Seat(UUID attemptId, CandidateId candidate) {
	}

}
