package dev.rehearsal.bank;

import org.jspecify.annotations.Nullable;

/**
 * An item with what the tables need of it, which takes longer to make than to write.
 *
 * @param item as it was read
 * @param hash of what it says
 * @param content what it says, as JSON
 * @param scenarioHash of its scenario, if it has one
 */
record PreparedItem(Pack.Item item, String hash, String content, @Nullable String scenarioHash) {

	static PreparedItem of(Pack.Item item) {
		return new PreparedItem(item, ContentHash.of(item), BankJson.write(item.content()),
				(item.caseStudy() != null) ? ContentHash.of(item.caseStudy()) : null);
	}

}
