package dev.rehearsal.bank;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The part of YAML 1.2 that packs use: blocks, lists and text; no tags, anchors, aliases,
 * merge keys and further documents. Works on the parser's events, so that depth and size
 * are bounded before anything is nested.
 */
final class YamlParser {

	static final int DEEPEST = 32;

	static final int MOST_NODES = 500_000;

	private static final LoadSettings SETTINGS = LoadSettings.builder()
		.setCodePointLimit(Integer.MAX_VALUE)
		.setUseMarks(true)
		.build();

	private final String file;

	private final Problems problems;

	private final YamlTree tree;

	private Place last;

	private int nodes;

	private YamlParser(String file, Problems problems) {
		this.file = file;
		this.problems = problems;
		this.tree = new YamlTree(problems);
		this.last = Place.of(file);
	}

	/**
	 * Reads a file.
	 * @return null if nothing can be made of it; there is a problem then
	 */
	static @Nullable YamlNode parse(String file, byte[] bytes, Problems problems) {
		String text = YamlText.decode(file, bytes, problems);
		return (text != null) ? new YamlParser(file, problems).parse(text) : null;
	}

	private @Nullable YamlNode parse(String text) {
		try {
			ParserImpl events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
			int documents = 0;
			while (events.hasNext()) {
				Event event = events.next();
				this.last = place(event.getStartMark());
				if (event instanceof DocumentStartEvent && ++documents > 1) {
					return stop(Problem.Code.DOCUMENTS,
							"a second document begins here: a file holds one, so delete the line with --- or make it a file of its own");
				}
				if (!on(event)) {
					return null;
				}
			}
		}
		// The parser's own checks have holes: whatever it throws, the file is not YAML.
		catch (RuntimeException ex) {
			YamlFault fault = YamlFault.of(ex, this.last);
			this.problems.unreadable(fault.place(), Problem.Code.SYNTAX, fault.sentence());
			return null;
		}
		YamlNode root = this.tree.root();
		if (root == null || (root instanceof YamlNode.Scalar scalar && scalar.text().isBlank())) {
			this.last = Place.of(this.file);
			return stop(Problem.Code.EMPTY, "this file is empty: write items into it, or delete it");
		}
		return root;
	}

	private @Nullable YamlNode stop(Problem.Code code, String sentence) {
		this.problems.unreadable(this.last, code, sentence);
		return null;
	}

	private boolean on(Event event) {
		if (event instanceof NodeEvent && ++this.nodes > MOST_NODES) {
			stop(Problem.Code.TOO_LARGE,
					"this file has more than %,d entries: divide it into several files".formatted(MOST_NODES));
			return false;
		}
		if (event instanceof CollectionEndEvent) {
			this.tree.end();
			return true;
		}
		if (event instanceof NodeEvent node) {
			refuseAnchor(node);
		}
		switch (event) {
			case ScalarEvent scalar -> {
				refuseTag(scalar.getTag());
				this.tree.add(scalar(scalar));
			}
			case AliasEvent _ -> this.tree.add(new YamlNode.Scalar(this.last, "", true));
			case SequenceStartEvent sequence -> {
				refuseTag(sequence.getTag());
				this.tree.beginSequence(this.last);
			}
			case MappingStartEvent mapping -> {
				refuseTag(mapping.getTag());
				this.tree.beginMapping(this.last);
			}
			default -> {
			}
		}
		if (this.tree.depth() > DEEPEST) {
			stop(Problem.Code.TOO_DEEP, "more than " + DEEPEST
					+ " levels stand inside each other here: a pack needs about ten, so look for brackets too many");
			return false;
		}
		return true;
	}

	private YamlNode.Scalar scalar(ScalarEvent event) {
		String text = event.getValue();
		text.codePoints()
			.filter((character) -> !StreamReader.isPrintable(character) || character == '\r')
			.findFirst()
			.ifPresent((character) -> this.problems.refuse(this.last, Problem.Code.CHARACTER,
					YamlText.notText(character)));
		return new YamlNode.Scalar(this.last, text, event.isPlain());
	}

	private void refuseTag(Optional<String> tag) {
		tag.ifPresent((name) -> this.problems.refuse(this.last, Problem.Code.TAG,
				"tags such as %s are not part of the format: delete it, or put the text into quotes"
					.formatted(Words.quote(name.replace("tag:yaml.org,2002:", "!!")))));
	}

	private void refuseAnchor(NodeEvent event) {
		event.getAnchor().ifPresent((anchor) -> {
			String name = anchor.getValue();
			this.problems.refuse(this.last, Problem.Code.ANCHOR,
					(event instanceof AliasEvent)
							? "aliases such as %s are not part of the format: write the text out, or put it into quotes"
								.formatted(Words.quote("*" + name))
							: "anchors such as %s are not part of the format: delete it, or put the text into quotes"
								.formatted(Words.quote("&" + name)));
		});
	}

	private Place place(Optional<Mark> mark) {
		return mark.map((at) -> new Place(this.file, at.getLine() + 1, at.getColumn() + 1)).orElse(this.last);
	}

}
