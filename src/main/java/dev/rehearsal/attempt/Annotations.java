package dev.rehearsal.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.rehearsal.form.Forms;
import dev.rehearsal.form.PresentedItem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeping what candidates strike out, highlight and note. */
@Component
public class Annotations {

	private static final String SAVE = """
			insert into annotation as stored (attempt_id, position, struck, highlights, note, sequence, saved_at)
			select id, :position, :struck, :highlights, :note, :sequence, :now
			from attempt where id = :attempt and state <> 'ABANDONED'
			on conflict (attempt_id, position) do update
			    set struck = excluded.struck, highlights = excluded.highlights, note = excluded.note,
			        sequence = excluded.sequence, saved_at = excluded.saved_at
			    where stored.sequence <= :base
			""";

	private final Forms forms;

	private final JdbcClient jdbc;

	Annotations(Forms forms, JdbcClient jdbc) {
		this.forms = forms;
		this.jdbc = jdbc;
	}

	/**
	 * Stores an annotation, also one that reaches the server after the end: it is never
	 * graded, and the candidate may want it in the review.
	 * @param attempt one that was found for its candidate
	 * @param annotation what to store
	 * @param base sequence of the stored one that the page built on: a newer one is not
	 * replaced
	 * @param now the time
	 * @return what happened, of the same closed set as a response's
	 */
	public SaveOutcome save(Attempt attempt, Annotation annotation, int base, Instant now) {
		if (!this.forms.has(attempt.formId(), annotation.position())) {
			return SaveOutcome.NOT_ON_FORM;
		}
		PresentedItem item = this.forms.item(attempt.formId(), annotation.position());
		if (!annotation.fits(item.options().stream().map(PresentedItem.Choice::id).toList())) {
			return SaveOutcome.NOT_AN_ANSWER;
		}
		if (write(attempt.getId(), annotation, Math.min(base, annotation.sequence() - 1), now)) {
			return SaveOutcome.RECORDED;
		}
		if (annotation.equals(of(attempt).get(annotation.position()))) {
			return SaveOutcome.UNCHANGED;
		}
		return (attempt.state() == AttemptState.ABANDONED) ? SaveOutcome.ABANDONED : SaveOutcome.OUT_OF_SEQUENCE;
	}

	/**
	 * Stores what a page shows of an annotation, unless it is what is stored anyway.
	 * @param attempt one that was found for its candidate
	 * @param annotation what to store, its sequence one more than the page last saw
	 * @param now the time
	 * @return what happened, of the same closed set as a response's
	 */
	public SaveOutcome saveIfChanged(Attempt attempt, Annotation annotation, Instant now) {
		Annotation stored = of(attempt).getOrDefault(annotation.position(), Annotation.none(annotation.position()));
		return annotation.saysTheSameAs(stored) ? SaveOutcome.UNCHANGED
				: save(attempt, annotation, annotation.sequence() - 1, now);
	}

	/**
	 * Adds what was refused as out of sequence to what is stored, so that neither is
	 * lost.
	 * @param attempt one that was found for its candidate
	 * @param annotation what was refused
	 * @param now the time
	 * @return false if that is too much for one note
	 */
	public boolean add(Attempt attempt, Annotation annotation, Instant now) {
		Annotation stored = of(attempt).getOrDefault(annotation.position(), Annotation.none(annotation.position()));
		return save(attempt, stored.with(annotation), stored.sequence(), now).isAcknowledged();
	}

	private boolean write(UUID attemptId, Annotation annotation, int base, Instant now) {
		return this.jdbc.sql(SAVE)
			.param("attempt", attemptId)
			.param("position", annotation.position())
			.param("struck", annotation.struck().toArray(String[]::new))
			.param("highlights", annotation.highlights().toArray(String[]::new))
			.param("note", annotation.note())
			.param("sequence", annotation.sequence())
			.param("base", base)
			.param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
			.update() > 0;
	}

	/**
	 * All annotations of an attempt.
	 * @param attempt one that was found for its candidate
	 * @return by position; items without one are missing
	 */
	public Map<Integer, Annotation> of(Attempt attempt) {
		return this.jdbc.sql("select * from annotation where attempt_id = ?")
			.param(attempt.getId())
			.query((row, number) -> annotation(row))
			.list()
			.stream()
			.collect(Collectors.toMap(Annotation::position, Function.identity()));
	}

	private static Annotation annotation(ResultSet row) throws SQLException {
		return new Annotation(row.getInt("position"), List.of((String[]) row.getArray("struck").getArray()),
				List.of((String[]) row.getArray("highlights").getArray()), row.getString("note"),
				row.getInt("sequence"));
	}

}
