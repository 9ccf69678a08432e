package dev.rehearsal.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/** What packs in force cover, and how their items measure up. */
@Component
public class PackQuality {

	/** A page is not kept waiting for more; the command line measures any pack. */
	private static final int MOST_ITEMS = 5_000;

	private final Bank bank;

	/**
	 * Measuring takes a second. What was measured holds as long as no pack has a new
	 * version.
	 */
	private final Cache<Key, Quality> cache = Caffeine.newBuilder().maximumSize(50).build();

	PackQuality(Bank bank) {
		this.bank = bank;
	}

	/**
	 * A pack, measured.
	 *
	 * @param pack the version in force
	 * @param coverage what it covers
	 * @param lint how its items measure up; no measures if it is too large for a page
	 */
	public record Quality(PackVersion pack, Coverage coverage, LintReport lint) {
	}

	/**
	 * What is in force, and the day, on which the age of checks depends.
	 */
	private record Key(String pack, List<Long> versions, LocalDate today) {
	}

	/**
	 * Measures the version of a pack that is in force.
	 * @param packId the pack's id
	 * @param today the day on which the age of checks is counted
	 * @return empty if there is no such pack
	 */
	public Optional<Quality> of(String packId, LocalDate today) {
		List<PackVersion> packs = this.bank.packs();
		return packs.stream()
			.filter((version) -> version.definition().id().equals(packId))
			.findFirst()
			.map((version) -> this.cache.get(new Key(packId, packs.stream().map(PackVersion::id).toList(), today),
					(key) -> measure(version, today)));
	}

	private Quality measure(PackVersion version, LocalDate today) {
		Pack pack = new Pack(version.definition(), this.bank.itemsInForce(version.definition().id()));
		Map<String, Integer> elsewhere = this.bank.topicsElsewhere(version.definition().id());
		LintReport lint = (pack.items().size() > MOST_ITEMS) ? new LintReport(List.of())
				: PackLint.of(pack, elsewhere, today);
		return new Quality(version, Coverage.of(pack, elsewhere), lint);
	}

}
