package dev.rehearsal.authoring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.ItemRevision;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackChanges;
import dev.rehearsal.bank.PackChanges.Changes;
import dev.rehearsal.bank.PackVersion;

import org.springframework.stereotype.Component;

/** Compares the items of two states of a pack. */
@Component
public class Comparison {

	/** As many as a person would read on one page. */
	public static final int MOST = 100;

	private final Bank bank;

	private final PackChanges changes;

	Comparison(Bank bank, PackChanges changes) {
		this.bank = bank;
		this.changes = changes;
	}

	/**
	 * How revised items differ from those in force.
	 * @param pack what is not in force yet
	 * @param changes what it would change
	 * @return the first {@value #MOST}
	 */
	public List<ItemDifference> of(Pack pack, Changes changes) {
		Map<String, ItemRevision> before = this.bank.pack(pack.definition().id())
			.map((version) -> items(version, changes.revised()))
			.orElse(Map.of());
		Map<String, Pack.Item> after = pack.items()
			.stream()
			.collect(Collectors.toMap(Pack.Item::id, Function.identity()));
		return differences(changes, (item) -> ItemText.of(Objects.requireNonNull(before.get(item))),
				(item) -> ItemText.of(Objects.requireNonNull(after.get(item))));
	}

	/**
	 * How revised items differ from one version to another.
	 * @param before the older version
	 * @param after the newer one
	 * @param changes what changed between them
	 * @return the first {@value #MOST}
	 */
	public List<ItemDifference> of(PackVersion before, PackVersion after, Changes changes) {
		Map<String, ItemRevision> old = items(before, changes.revised());
		Map<String, ItemRevision> now = items(after, changes.revised());
		return differences(changes, (item) -> ItemText.of(Objects.requireNonNull(old.get(item))),
				(item) -> ItemText.of(Objects.requireNonNull(now.get(item))));
	}

	private static List<ItemDifference> differences(Changes changes,
			Function<String, SequencedMap<ItemText.Part, String>> before,
			Function<String, SequencedMap<ItemText.Part, String>> after) {
		return shown(changes).map((item) -> ItemDifference.of(item, before.apply(item), after.apply(item))).toList();
	}

	private static Stream<String> shown(Changes changes) {
		return changes.revised().stream().limit(MOST);
	}

	private Map<String, ItemRevision> items(PackVersion version, List<String> items) {
		Map<String, Long> revisions = this.changes.revisions(version);
		List<Long> ids = items.stream().limit(MOST).map(revisions::get).filter(Objects::nonNull).toList();
		return this.bank.revisions(ids)
			.values()
			.stream()
			.collect(Collectors.toMap(ItemRevision::item, Function.identity()));
	}

}
