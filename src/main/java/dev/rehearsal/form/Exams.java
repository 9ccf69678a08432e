package dev.rehearsal.form;

import java.util.List;
import java.util.Optional;

import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.PackVersion;

import org.springframework.stereotype.Component;

/** The exams that are on offer: every blueprint of every pack in force. */
@Component
public class Exams {

	private final Bank bank;

	Exams(Bank bank) {
		this.bank = bank;
	}

	/**
	 * All exams, by pack, in the order in which the packs list them.
	 * @return possibly empty
	 */
	public List<ExamPlan> all() {
		return this.bank.packs()
			.stream()
			.flatMap((pack) -> pack.definition().blueprints().stream().map((blueprint) -> ExamPlan.of(pack, blueprint)))
			.toList();
	}

	/**
	 * An exam by its name.
	 * @param packId the pack
	 * @param blueprint the blueprint's id
	 * @return empty if there is no such exam
	 */
	public Optional<ExamPlan> find(String packId, String blueprint) {
		return this.bank.pack(packId).flatMap((pack) -> find(pack, blueprint));
	}

	/**
	 * The exam of an author's trial.
	 * @param packId the pack that was imported for it
	 * @param blueprint the blueprint's id
	 * @return empty if there is no such trial
	 */
	public Optional<ExamPlan> trial(String packId, String blueprint) {
		return this.bank.trial(packId).flatMap((pack) -> find(pack, blueprint));
	}

	private static Optional<ExamPlan> find(PackVersion pack, String blueprint) {
		return pack.definition()
			.blueprints()
			.stream()
			.filter((candidate) -> candidate.id().equals(blueprint))
			.findFirst()
			.map((found) -> ExamPlan.of(pack, found));
	}

}
