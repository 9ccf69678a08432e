package dev.rehearsal.bank;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What an item must be beyond its structure. A rule keeps silent where the schema has
 * already complained about what it looks at.
 */
final class ItemRules {

	private final YamlNode.Mapping item;

	private final ItemType type;

	private final Set<String> faulty;

	private final Problems problems;

	ItemRules(YamlNode.Mapping item, ItemType type, Set<String> faulty, Problems problems) {
		this.item = item;
		this.type = type;
		this.faulty = faulty;
		this.problems = problems;
	}

	/** Checks all rules for the item's type. */
	void check() {
		switch (this.type) {
			case MULTIPLE_CHOICE -> {
				oneKey();
				distinct("options");
			}
			case MULTI_RESPONSE -> {
				severalKeys();
				distinct("options");
			}
			case ORDERING -> distinct("steps", "extras");
			case MATCHING -> {
				distinct("answers");
				distinct("prompts");
				answers();
			}
		}
		references();
	}

	private void oneKey() {
		List<YamlNode.Mapping> options = sound("options");
		List<YamlNode.Mapping> keys = keys(options);
		if (options.isEmpty() || keys.size() == 1) {
			return;
		}
		if (keys.isEmpty()) {
			this.problems.add(this.item.placeOf("options"), Problem.Code.KEYS,
					"no option is right: write `key: true` into the one that is");
			return;
		}
		this.problems.add(keys.get(1).placeOf("key"), Problem.Code.KEYS,
				"%s right, and multiple-choice has one: leave `key: true` at that one, or make the type multi-response"
					.formatted((keys.size() == options.size()) ? "all %d options are".formatted(keys.size())
							: keys.size() + " options are"));
	}

	private void severalKeys() {
		List<YamlNode.Mapping> options = sound("options");
		List<YamlNode.Mapping> keys = keys(options);
		if (options.isEmpty()) {
			return;
		}
		if (keys.size() < 2) {
			this.problems.add(this.item.placeOf("options"), Problem.Code.KEYS,
					(keys.isEmpty() ? "no option is" : "only one option is")
							+ " right, and multi-response has at least two: write `key: true` into those that are");
		}
		else if (keys.size() == options.size()) {
			this.problems.add(keys.getLast().placeOf("key"), Problem.Code.KEYS,
					"all %d options are right, so there is nothing to choose: add one that is wrong"
						.formatted(keys.size()));
		}
	}

	/** The options that may be told apart: neither texts nor names may come twice. */
	private void distinct(String... lists) {
		List<YamlNode.Mapping> options = Stream.of(lists).flatMap((list) -> sound(list).stream()).toList();
		twice(options, "text", (option) -> option.required("text").replaceAll("\\s+", " "), Problem.Code.DUPLICATE_TEXT,
				"this text stands twice in the item, first in line %d: candidates cannot tell the two apart, so change one");
		twice(options, "id", (option) -> (option.text("id") != null) ? option.text("id") : option.text("text"),
				Problem.Code.DUPLICATE_ID, "this id stands twice in the item, first in line %d: change one");
	}

	private void twice(List<YamlNode.Mapping> options, String key, Function<YamlNode.Mapping, @Nullable String> name,
			Problem.Code code, String sentence) {
		Map<String, Place> first = new HashMap<>();
		for (YamlNode.Mapping option : options) {
			Place before = first.putIfAbsent(String.valueOf(name.apply(option)), option.placeIn(key));
			if (before != null && (code != Problem.Code.DUPLICATE_ID || option.get(key) != null)) {
				this.problems.add(option.placeIn(key), code, sentence.formatted(before.line()));
			}
		}
	}

	private void answers() {
		List<String> answers = sound("answers").stream().map((answer) -> answer.required("id")).toList();
		if (answers.isEmpty()) {
			return;
		}
		for (YamlNode.Mapping prompt : sound("prompts")) {
			String answer = prompt.required("answer");
			if (!answers.contains(answer)) {
				this.problems.add(prompt.placeIn("answer"), Problem.Code.UNKNOWN_ANSWER,
						"no answer of this item has the id %s%s Its answers are: %s".formatted(Words.code(answer),
								Words.meant(answer, answers), Words.list(answers)));
			}
		}
	}

	private void references() {
		if (this.faulty.contains("references")) {
			return;
		}
		for (YamlNode.Scalar reference : this.item.scalars("references")) {
			if (!isHttps(reference.text().strip())) {
				this.problems.add(reference.place(), Problem.Code.REFERENCE,
						"a reference is an address such as https://docs.aws.amazon.com/s3/, and here is "
								+ Words.quote(reference.text()));
			}
		}
	}

	private static boolean isHttps(String text) {
		try {
			URI uri = new URI(text);
			return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/** The blocks of a list in which the schema found nothing wrong. */
	private List<YamlNode.Mapping> sound(String list) {
		return this.faulty.contains(list) ? List.of() : this.item.blocks(list);
	}

	private static List<YamlNode.Mapping> keys(List<YamlNode.Mapping> options) {
		return options.stream().filter(ItemRules::isKey).toList();
	}

	private static boolean isKey(YamlNode.Mapping option) {
		YamlNode.Scalar key = option.scalar("key");
		return key != null && key.toJson().asBoolean(false);
	}

}
