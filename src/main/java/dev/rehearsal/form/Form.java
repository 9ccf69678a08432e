package dev.rehearsal.form;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/**
 * The items that one candidate gets. It never changes, and holds no text: a seed that
 * orders the options, and the item revisions by position.
 */
@Entity
@Immutable
class Form implements Persistable<UUID> {

	@Id
	private UUID id;

	private long packVersionId;

	private String blueprint;

	private long seed;

	private List<Long> revisions;

	private List<Integer> unscored;

	@SuppressWarnings("NullAway.Init")
	protected Form() {
	}

	Form(UUID id, ExamPlan plan, long seed, Draft draft) {
		this.id = id;
		this.packVersionId = plan.packVersion();
		this.blueprint = plan.blueprint();
		this.seed = seed;
		this.revisions = draft.revisions();
		this.unscored = draft.unscored();
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	/**
	 * Forms are saved once, so a form that is saved is new: no look-up before the insert.
	 */
	@Override
	public boolean isNew() {
		return true;
	}

	long packVersionId() {
		return this.packVersionId;
	}

	String blueprint() {
		return this.blueprint;
	}

	long seed() {
		return this.seed;
	}

	List<Long> revisions() {
		return this.revisions;
	}

	List<Integer> unscored() {
		return this.unscored;
	}

}
