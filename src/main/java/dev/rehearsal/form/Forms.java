package dev.rehearsal.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.ItemRevision;
import dev.rehearsal.bank.PackVersion;

import org.springframework.stereotype.Component;

/** Assembles forms and shows what is on them. */
@Component
public class Forms {

	/**
	 * Forms never change, so a node may remember some of them; any other node can load
	 * them.
	 */
	private final Cache<UUID, Form> recent = Caffeine.newBuilder().maximumSize(20_000).build();

	private final Bank bank;

	private final FormRepository repository;

	private final Presentation presentation;

	Forms(Bank bank, FormRepository repository, Presentation presentation) {
		this.bank = bank;
		this.repository = repository;
		this.presentation = presentation;
	}

	/**
	 * Draws a form and keeps it.
	 * @param id the id that the form gets
	 * @param plan the exam
	 * @param earlier the forms of the same pack that the candidate had before
	 * @param seed decides everything that is left to chance
	 * @throws BlueprintNotFilledException if the pack has not enough items
	 */
	public void assemble(UUID id, ExamPlan plan, Collection<UUID> earlier, long seed) {
		Draft draft = FormAssembler.assemble(plan, this.bank.items(plan.packVersion()), timesSeen(earlier), seed);
		Form form = this.repository.save(new Form(id, plan, seed, draft));
		// The room asks for it next. If the transaction fails, nothing will ever name it.
		this.recent.put(id, form);
	}

	/**
	 * How many items fit a drill.
	 * @param choice the candidate's
	 * @return 0 or more
	 */
	public int fitting(DrillChoice choice) {
		return DrillAssembler.fitting(choice, this.bank.items(choice.packId())).size();
	}

	/**
	 * Draws a drill and keeps it.
	 * @param id the id that the form gets
	 * @param choice the candidate's
	 * @param seed decides everything that is left to chance
	 * @return its plan
	 * @throws NoSuchElementException if nothing fits, or there is no such pack
	 */
	public ExamPlan drill(UUID id, DrillChoice choice, long seed) {
		PackVersion version = this.bank.pack(choice.packId()).orElseThrow();
		Draft draft = DrillAssembler.assemble(choice, this.bank.items(choice.packId()), seed);
		if (draft.revisions().isEmpty()) {
			throw new NoSuchElementException("nothing fits the drill");
		}
		ExamPlan plan = ExamPlan.drill(version, draft.revisions().size());
		this.repository.save(new Form(id, plan, seed, draft));
		return plan;
	}

	/**
	 * The exam that a form was drawn for, as it was then.
	 * @param formId the form
	 * @return the plan
	 */
	public ExamPlan plan(UUID formId) {
		return plan(form(formId));
	}

	/**
	 * The exams that forms were drawn for.
	 * @param formIds the forms
	 * @return by form
	 */
	public Map<UUID, ExamPlan> plans(Collection<UUID> formIds) {
		Map<UUID, Form> forms = this.recent.getAll(formIds,
				(missing) -> this.repository.findByIdIn(List.copyOf(missing))
					.stream()
					.collect(Collectors.toMap(Form::getId, Function.identity())));
		return forms.values().stream().collect(Collectors.toMap(Form::getId, this::plan));
	}

	private ExamPlan plan(Form form) {
		PackVersion version = this.bank.version(form.packVersionId());
		if (form.blueprint().isEmpty()) {
			return ExamPlan.drill(version, form.revisions().size());
		}
		return version.definition()
			.blueprints()
			.stream()
			.filter((blueprint) -> blueprint.id().equals(form.blueprint()))
			.findFirst()
			.map((blueprint) -> ExamPlan.of(version, blueprint))
			.orElseThrow();
	}

	/**
	 * What the candidate sees of all items of a form.
	 * @param formId the form
	 * @return by position
	 */
	public List<PresentedItem> items(UUID formId) {
		return this.presentation.items(form(formId));
	}

	/**
	 * What the candidate sees of one item of a form, without a scenario.
	 * @param formId the form
	 * @param position from 1
	 * @return the item
	 * @throws NoSuchElementException if the form has no such position
	 */
	public PresentedItem item(UUID formId, int position) {
		if (!has(formId, position)) {
			throw new NoSuchElementException("the form has no position " + position);
		}
		return this.presentation.item(form(formId), position);
	}

	/**
	 * Whether a form has a position.
	 * @param formId the form
	 * @param position any number
	 * @return true from 1 to the number of its items
	 */
	public boolean has(UUID formId, int position) {
		return position >= 1 && position <= form(formId).revisions().size();
	}

	/**
	 * Which item revisions stand on a form, for those who may know more of them than a
	 * candidate.
	 * @param formId the form
	 * @return by position
	 */
	public List<Slot> slots(UUID formId) {
		Form form = form(formId);
		List<Slot> slots = new ArrayList<>();
		for (int position = 1; position <= form.revisions().size(); position++) {
			slots.add(new Slot(position, form.revisions().get(position - 1), !form.unscored().contains(position)));
		}
		return slots;
	}

	private Form form(UUID formId) {
		Form form = this.recent.getIfPresent(formId);
		if (form == null) {
			form = this.repository.findByIdIn(List.of(formId))
				.stream()
				.findFirst()
				.orElseThrow(() -> new NoSuchElementException("no form " + formId));
			this.recent.put(formId, form);
		}
		return form;
	}

	private Map<String, Integer> timesSeen(Collection<UUID> earlier) {
		if (earlier.isEmpty()) {
			return Map.of();
		}
		List<Long> revisions = this.repository.findByIdIn(earlier)
			.stream()
			.flatMap((form) -> form.revisions().stream())
			.toList();
		Map<Long, String> items = this.bank.itemNames(revisions);
		Map<String, Integer> seen = new HashMap<>();
		revisions.forEach((revision) -> seen.merge(items.getOrDefault(revision, ""), 1, Integer::sum));
		return seen;
	}

	/**
	 * A position of a form.
	 *
	 * @param position from 1
	 * @param revision the item revision
	 * @param scored false for a pilot, which never moves the score
	 */
	public record Slot(int position, long revision, boolean scored) {
	}

}
