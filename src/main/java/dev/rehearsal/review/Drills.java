package dev.rehearsal.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.ItemProfile;
import dev.rehearsal.bank.PackVersion;
import dev.rehearsal.form.DrillChoice;
import dev.rehearsal.review.StudyHistory.Met;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What can be drilled of a pack. */
@Component
public class Drills {

	private final Bank bank;

	private final StudyHistory history;

	Drills(Bank bank, StudyHistory history) {
		this.bank = bank;
		this.history = history;
	}

	/**
	 * The pack in force.
	 * @param packId its id
	 * @return empty if there is no such pack
	 */
	public Optional<PackVersion> pack(String packId) {
		return this.bank.pack(packId);
	}

	/**
	 * The topics that a pack has items on.
	 * @param packId the pack
	 * @return by content domain, each sorted
	 */
	public Map<String, Set<String>> topics(String packId) {
		Map<String, Set<String>> topics = new TreeMap<>();
		for (ItemProfile item : this.bank.items(packId)) {
			if (item.topic() != null) {
				topics.computeIfAbsent(item.domain(), (domain) -> new TreeSet<>()).add(item.topic());
			}
		}
		return topics;
	}

	/**
	 * How many items a candidate could drill.
	 * @param candidate who
	 * @param packId the pack
	 * @param now the time
	 * @return by {@link Wish#which()}; and {@code withheld}, those of an exam that goes
	 * on
	 */
	public Map<String, Integer> counts(CandidateId candidate, String packId, Instant now) {
		List<ItemProfile> items = this.bank.items(packId);
		Met met = this.history.of(candidate, packId, now);
		Map<String, Integer> counts = new TreeMap<>();
		for (String which : List.of("all", "unseen", "wrong", "flagged")) {
			counts.put(which, (int) items.stream().map(ItemProfile::item).filter((item) -> {
				Set<String> among = among(which, met, items);
				return !met.running().contains(item) && (among == null || among.contains(item));
			}).count());
		}
		counts.put("withheld", (int) items.stream().map(ItemProfile::item).filter(met.running()::contains).count());
		return counts;
	}

	/**
	 * What a wish means for a candidate. Items of an exam that goes on are left out: a
	 * drill shows their keys.
	 * @param candidate who
	 * @param packId the pack
	 * @param wish what is ticked
	 * @param now the time
	 * @return what to draw from
	 */
	public DrillChoice choice(CandidateId candidate, String packId, Wish wish, Instant now) {
		Met met = this.history.of(candidate, packId, now);
		return new DrillChoice(packId, wish.domains(), wish.topics(), wish.types(),
				among(wish.which(), met, this.bank.items(packId)), met.running(), wish.items());
	}

	private static @Nullable Set<String> among(String which, Met met, List<ItemProfile> items) {
		return switch (which) {
			case "unseen" -> met.unseen(items);
			case "wrong" -> met.wrong();
			case "flagged" -> met.flagged();
			default -> null;
		};
	}

	/**
	 * What a candidate ticked. An empty set means all.
	 *
	 * @param domains ids of content domains
	 * @param topics ids of topics
	 * @param types item types
	 * @param which {@code unseen}, {@code wrong}, {@code flagged} or all
	 * @param items how many at most
	 */
	public record Wish(Set<String> domains, Set<String> topics, Set<String> types, String which, int items) {
	}

}
