package dev.rehearsal.form;

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
 * @param blueprint the blueprint's id, unique in the pack
 * @param title for people
 * @param description for people
 * @param items how many items a form has, unscored ones included
 * @param unscored how many of them do not move the score
 * @param minutes the time limit
 * @param scale the reported scale
 * @param domains the content domains in the exam guide's order
 * @param imitates the exam that it imitates
 */
public record ExamPlan(long packVersion, String packId, String packTitle, String blueprint, String title,
		@Nullable String description, int items, int unscored, int minutes, Scale scale, List<Domain> domains,
		@Nullable Imitated imitates) {

	static ExamPlan of(PackVersion version, Blueprint blueprint) {
		PackDefinition pack = version.definition();
		List<Domain> domains = pack.domains().stream().map((domain) -> domain(domain, blueprint)).toList();
		Blueprint.Scale scale = blueprint.scale();
		Blueprint.Imitated imitates = blueprint.imitates();
		return new ExamPlan(version.id(), pack.id(), pack.title(), blueprint.id(), blueprint.title(),
				blueprint.description(), blueprint.items(), blueprint.unscored(), blueprint.minutes(),
				new Scale(scale.lowest(), scale.highest(), scale.cut()), domains,
				(imitates != null) ? new Imitated(imitates.exam(), imitates.name(),
						imitates.status().name().toLowerCase(java.util.Locale.ROOT), imitates.note()) : null);
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
