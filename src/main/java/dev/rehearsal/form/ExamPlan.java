package dev.rehearsal.form;

import java.time.Duration;
import java.util.List;

import dev.rehearsal.bank.Blueprint;
import dev.rehearsal.bank.ContentDomain;
import dev.rehearsal.bank.PackDefinition;
import dev.rehearsal.bank.PackVersion;

import org.jspecify.annotations.Nullable;

/**
 * An exam that can be sat: a blueprint, with what a person wants to know of its pack.
 *
 * @param packVersion the version of the pack that it stands in
 * @param packId the pack
 * @param packTitle for people
 * @param blueprint the blueprint's id, unique in the pack; empty for a drill
 * @param title for people
 * @param description for people
 * @param items how many items a form has, unscored ones included
 * @param unscored how many of them do not move the score
 * @param minutes the time limit
 * @param grace seconds after the deadline in which a response given before it is still
 * accepted
 * @param pausable whether practice may be paused
 * @param creditsOutages whether time in which the service was down is given back
 * @param scale the reported scale
 * @param form ids of the items of the one form that everyone gets; empty if forms are
 * drawn
 * @param domains the content domains in the exam guide's order
 * @param imitates the exam that it imitates
 */
public record ExamPlan(long packVersion, String packId, String packTitle, String blueprint, String title,
		@Nullable String description, int items, int unscored, int minutes, int grace, boolean pausable,
		boolean creditsOutages, Scale scale, List<String> form, List<Domain> domains, @Nullable Imitated imitates) {

	/** In place of a blueprint's id: no blueprint can be called so. */
	private static final String NO_BLUEPRINT = "";

	/** What the imitated exams ask for, 720 on 100 to 1000, is 69 percent. */
	private static final Scale PERCENT = new Scale(0, 100, 69);

	static ExamPlan of(PackVersion version, Blueprint blueprint) {
		PackDefinition pack = version.definition();
		List<Domain> domains = pack.domains().stream().map((domain) -> domain(domain, blueprint)).toList();
		Blueprint.Scale scale = blueprint.scale();
		Blueprint.Imitated imitates = blueprint.imitates();
		return new ExamPlan(version.id(), pack.id(), pack.title(), blueprint.id(), blueprint.title(),
				blueprint.description(), blueprint.items(), blueprint.unscored(), blueprint.minutes(),
				blueprint.grace(), blueprint.pause(), blueprint.creditOutages(),
				new Scale(scale.lowest(), scale.highest(), scale.cut()), blueprint.form(), domains,
				(imitates != null) ? new Imitated(imitates.exam(), imitates.name(),
						imitates.status().name().toLowerCase(java.util.Locale.ROOT), imitates.note()) : null);
	}

	/**
	 * The plan of a drill, which follows no blueprint: as many items as were chosen, a
	 * week of time, and a score in percent.
	 * @param version the pack
	 * @param items how many
	 */
	static ExamPlan drill(PackVersion version, int items) {
		PackDefinition pack = version.definition();
		return new ExamPlan(version.id(), pack.id(), pack.title(), NO_BLUEPRINT, "Drill", null, items, 0,
				(int) Duration.ofDays(7).toMinutes(), 0, false, true, PERCENT, List.of(),
				pack.domains().stream().map((domain) -> new Domain(domain.id(), domain.title(), 0)).toList(), null);
	}

	/**
	 * Whether this is a drill.
	 * @return true if it follows no blueprint and has no clock
	 */
	public boolean isDrill() {
		return this.blueprint.equals(NO_BLUEPRINT);
	}

	private static Domain domain(ContentDomain domain, Blueprint blueprint) {
		return new Domain(domain.id(), domain.title(), blueprint.weights().getOrDefault(domain.id(), 0));
	}

	/**
	 * A content domain of the exam.
	 *
	 * @param id unique in the pack
	 * @param title for people
	 * @param weight percent of the items, 0 to 100
	 */
	public record Domain(String id, String title, int weight) {
	}

	/**
	 * The scale on which the score is reported.
	 *
	 * @param lowest the scaled score of no right item
	 * @param highest the scaled score of all scored items right
	 * @param cut the pass mark
	 */
	public record Scale(int lowest, int highest, int cut) {
	}

	/**
	 * The real exam that is imitated.
	 *
	 * @param exam its code
	 * @param name its name
	 * @param status {@code live}, {@code beta}, {@code retiring} or {@code retired}
	 * @param note what a candidate should know about that
	 */
	public record Imitated(String exam, String name, String status, @Nullable String note) {
	}

}
