package dev.rehearsal.bank;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Puts what the parser finds one after the other into each other. */
final class YamlTree {

	private final Problems problems;

	private final Deque<Level> levels = new ArrayDeque<>();

	private @Nullable YamlNode root;

	YamlTree(Problems problems) {
		this.problems = problems;
	}

	@Nullable YamlNode root() {
		return this.root;
	}

	/** How many lists and blocks have begun and not ended. */
	int depth() {
		return this.levels.size();
	}

	void beginSequence(Place place) {
		List<YamlNode> entries = new ArrayList<>();
		add(new YamlNode.Sequence(place, entries));
		this.levels.push(new Level(entries, null, place));
	}

	void beginMapping(Place place) {
		Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
		add(new YamlNode.Mapping(place, entries));
		this.levels.push(new Level(null, entries, place));
	}

	void end() {
		this.levels.pop();
	}

	void add(YamlNode node) {
		Level level = this.levels.peek();
		if (level == null) {
			this.root = node;
		}
		else if (level.sequence != null) {
			level.sequence.add(node);
		}
		else if (level.mapping != null && !level.awaitsValue) {
			level.awaitsValue = true;
			level.keyPlace = node.place();
			level.key = key(node, level.mapping);
		}
		else if (level.mapping != null) {
			level.awaitsValue = false;
			if (level.key != null) {
				level.mapping.put(level.key, new YamlNode.Entry(level.keyPlace, node));
			}
		}
	}

	/**
	 * The name of a key, or null if it cannot be one, so that its value is read and
	 * dropped.
	 */
	private @Nullable String key(YamlNode node, Map<String, YamlNode.Entry> mapping) {
		if (!(node instanceof YamlNode.Scalar scalar)) {
			this.problems.refuse(node.place(), Problem.Code.SYNTAX,
					"a key must be a word: if this is text that begins with [ or {, put it into quotes");
			return null;
		}
		String name = scalar.text();
		if (scalar.plain() && name.equals("<<")) {
			this.problems.refuse(node.place(), Problem.Code.ANCHOR,
					"merge keys are not part of the format: write the keys out");
			return null;
		}
		YamlNode.Entry first = mapping.get(name);
		if (first != null) {
			this.problems.refuse(node.place(), Problem.Code.DUPLICATE_KEY,
					"the key %s stands twice, first in line %d: delete one".formatted(Words.code(name),
							first.key().line()));
			return null;
		}
		return name;
	}

	/** A list or a block whose end has not been read yet. */
	private static final class Level {

		private final @Nullable List<YamlNode> sequence;

		private final @Nullable Map<String, YamlNode.Entry> mapping;

		private boolean awaitsValue;

		private @Nullable String key;

		private Place keyPlace;

		Level(@Nullable List<YamlNode> sequence, @Nullable Map<String, YamlNode.Entry> mapping, Place begin) {
			this.sequence = sequence;
			this.mapping = mapping;
			this.keyPlace = begin;
		}

	}

}
