package dev.rehearsal.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuotasTests {

	@Test
	void sixtyFiveItemsAtTheWeightsOfMlaC01() {
		assertThat(Quotas.of(65, weights(28, 26, 22, 24)).values()).containsExactly(18, 17, 14, 16);
	}

	@Test
	void fiftyScoredAndFifteenUnscoredItemsAddUpToTheSame() {
		assertThat(Quotas.of(50, weights(28, 26, 22, 24)).values()).containsExactly(14, 13, 11, 12);
		assertThat(Quotas.of(15, weights(28, 26, 22, 24)).values()).containsExactly(4, 4, 3, 4);
	}

	@Test
	void sixtyFiveItemsAtTheWeightsOfMlsC01() {
		assertThat(Quotas.of(65, weights(20, 24, 36, 20)).values()).containsExactly(13, 16, 23, 13);
	}

	@Test
	void tiesGoToTheDomainThatComesFirst() {
		assertThat(Quotas.of(2, weights(25, 25, 25, 25)).values()).containsExactly(1, 1, 0, 0);
	}

	@Test
	void quotasAddUpAndAreNeverAnItemAwayFromTheShare() {
		Random random = new Random(20261120);
		for (int run = 0; run < 2_000; run++) {
			int first = random.nextInt(101);
			int second = random.nextInt(101 - first);
			int third = random.nextInt(101 - first - second);
			Map<String, Integer> weights = weights(first, second, third, 100 - first - second - third);
			int items = random.nextInt(200);
			Map<String, Integer> quotas = Quotas.of(items, weights);
			assertThat(quotas.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(items);
			quotas.forEach((domain, quota) -> assertThat(Math.abs(quota - items * weights.get(domain) / 100.0))
				.as("%s of %s", domain, weights)
				.isLessThan(1));
		}
	}

	private static Map<String, Integer> weights(int... percents) {
		Map<String, Integer> weights = new LinkedHashMap<>();
		for (int percent : percents) {
			weights.put("domain-" + (weights.size() + 1), percent);
		}
		return weights;
	}

}
