package dev.rehearsal.form;

import java.util.List;

/** A pack has not enough items for a blueprint. */
public class BlueprintNotFilledException extends RuntimeException {

	private final transient List<Shortage> shortages;

	BlueprintNotFilledException(String blueprint, List<Shortage> shortages) {
		super("The blueprint " + blueprint + " can't be filled: " + shortages);
		this.shortages = shortages;
	}

	/**
	 * What is missing.
	 * @return at least one shortage
	 */
	public List<Shortage> shortages() {
		return this.shortages;
	}

	/**
	 * A content domain that lacks items.
	 *
	 * @param domain the domain's id
	 * @param needed how many items the blueprint asks for
	 * @param available how many can stand together on one form
	 */
	public record Shortage(String domain, int needed, int available) {

		@Override
		public String toString() {
			return "%s needs %d items and has %d that can stand together".formatted(this.domain, this.needed,
					this.available);
		}

	}

}
