package dev.rehearsal.bank;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rehearsal.bank.LintItem.Choice;

/**
 * Somebody who knows nothing of the subject and something of tests. Where such a bot does
 * better than chance, items give their key away.
 */
enum TestWiseBot {

	/** Takes the longest option. */
	LONGEST("the longest option") {
		@Override
		double appeal(LintItem item, Choice choice, Set<String> asked) {
			return choice.length();
		}
	},

	/** Takes the option that is most like the others. */
	MOST_ALIKE("the option most like the others") {
		@Override
		double appeal(LintItem item, Choice choice, Set<String> asked) {
			return item.likeness(choice);
		}
	},

	/** Takes the option that repeats most words of the question. */
	ECHO("the option that repeats most words of the question") {
		@Override
		double appeal(LintItem item, Choice choice, Set<String> asked) {
			return choice.tokens().stream().filter(asked::contains).count();
		}
	},

	/** Takes the option that names the most managed service. */
	MOST_MANAGED("the option that names the most managed service") {
		@Override
		double appeal(LintItem item, Choice choice, Set<String> asked) {
			return ServiceNames.managed(choice.text());
		}
	};

	private final String takes;

	TestWiseBot(String takes) {
		this.takes = takes;
	}

	/** What the bot takes, for people. */
	String takes() {
		return this.takes;
	}

	/** How much an option appeals to the bot. */
	abstract double appeal(LintItem item, Choice choice, Set<String> asked);

	/**
	 * How likely the bot is right about an item of which options are chosen. It knows how
	 * many are right, takes as many of those that appeal most, and tosses between equals.
	 * @return from 0 to 1
	 */
	double luck(LintItem item) {
		return luck(item, item.stemTokens(), item.choices().stream().filter(Choice::isKey).toList());
	}

	/** How likely the bot gives a prompt of a matching item its answer, from 0 to 1. */
	double luck(LintItem item, Prompt prompt) {
		String answer = LintItem.answers(item.item().content()).get(prompt.id());
		List<Option> options = item.item().content().options();
		for (int i = 0; i < options.size(); i++) {
			if (options.get(i).id().equals(answer)) {
				return luck(item, Wording.tokens(prompt.text()), List.of(item.choices().get(i)));
			}
		}
		throw new IllegalStateException("The prompt %s of %s has no answer".formatted(prompt.id(), item.id()));
	}

	private double luck(LintItem item, Set<String> asked, List<Choice> right) {
		Map<Boolean, List<Double>> appeals = item.choices()
			.stream()
			.collect(Collectors.partitioningBy(right::contains,
					Collectors.mapping((choice) -> appeal(item, choice, asked), Collectors.toList())));
		List<Double> rights = appeals.getOrDefault(true, List.of());
		List<Double> wrongs = appeals.getOrDefault(false, List.of());
		double least = rights.stream().mapToDouble(Double::doubleValue).min().orElse(0);
		double bestWrong = wrongs.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NEGATIVE_INFINITY);
		if (bestWrong > least) {
			return 0;
		}
		int tiedRight = (int) rights.stream().filter((appeal) -> appeal == bestWrong).count();
		int tiedWrong = (int) wrongs.stream().filter((appeal) -> appeal == bestWrong).count();
		return 1 / ways(tiedRight + tiedWrong, tiedRight);
	}

	/** How likely somebody is right who tosses a coin, from 0 to 1. */
	static double chance(LintItem item) {
		return 1 / ways(item.choices().size(), item.keys().size());
	}

	private static double ways(int of, int taken) {
		double ways = 1;
		for (int i = 1; i <= taken; i++) {
			ways = ways * (of - taken + i) / i;
		}
		return ways;
	}

}
