package dev.rehearsal.attempt;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.rehearsal.form.Forms;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What candidates tell the author of an item. */
@Component
public class ItemReports {

	/** Some pages of text. */
	public static final int LONGEST = 4_000;

	/** Nobody has as much to say of one form. */
	private static final int MOST = 100;

	private static final String SAVE = """
			insert into item_report (id, attempt_id, position, text, reported_at)
			select :id, :attempt, :position, :text, :now
			where (select count(*) from item_report where attempt_id = :attempt) < :most
			on conflict do nothing
			""";

	private static final String MINE = "select exists (select from item_report where id = ? and attempt_id = ?)";

	private final Forms forms;

	private final JdbcClient jdbc;

	ItemReports(Forms forms, JdbcClient jdbc) {
		this.forms = forms;
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a report, during the exam or after it. One that is sent twice is kept once.
	 * @param attempt one that was found for its candidate
	 * @param position on the form
	 * @param id the report's, made by the page
	 * @param text what they have to say, at most {@value #LONGEST} characters
	 * @param now the time
	 * @return recorded or unchanged; not on form; or not an answer, if there is nothing
	 * to keep or far too much
	 */
	public SaveOutcome report(Attempt attempt, int position, UUID id, String text, Instant now) {
		if (!this.forms.has(attempt.formId(), position)) {
			return SaveOutcome.NOT_ON_FORM;
		}
		String told = text.replace("\0", "").strip();
		if (told.isEmpty() || told.length() > LONGEST) {
			return SaveOutcome.NOT_AN_ANSWER;
		}
		boolean kept = this.jdbc.sql(SAVE)
			.param("id", id)
			.param("attempt", attempt.getId())
			.param("position", position)
			.param("text", told)
			.param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
			.param("most", MOST)
			.update() > 0;
		if (kept) {
			return SaveOutcome.RECORDED;
		}
		boolean again = this.jdbc.sql(MINE).params(id, attempt.getId()).query(Boolean.class).single();
		return again ? SaveOutcome.UNCHANGED : SaveOutcome.NOT_AN_ANSWER;
	}

	/**
	 * What was reported in an attempt.
	 * @param attempt one that was found for its candidate
	 * @return by position, the oldest first; items without a report are missing
	 */
	public Map<Integer, List<Told>> of(Attempt attempt) {
		return this.jdbc.sql("select position, text, answer from item_report where attempt_id = ? order by reported_at")
			.param(attempt.getId())
			.query((row, number) -> Map.entry(row.getInt("position"),
					new Told(row.getString("text"), row.getString("answer"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/**
	 * A report as its candidate sees it again.
	 *
	 * @param text what they wrote
	 * @param answer what the pack's author answered
	 */
	public record Told(String text, @Nullable String answer) {
	}

}
