package dev.rehearsal.bank;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * What the YAML parser has to complain about, said to people.
 *
 * @param place where it noticed
 * @param sentence what to do
 */
record YamlFault(Place place, String sentence) {

	/**
	 * Translates an exception of the parser.
	 * @param ex what it threw
	 * @param last how far it had come
	 */
	static YamlFault of(RuntimeException ex, Place last) {
		if (ex instanceof YamlVersionException) {
			return new YamlFault(last,
					"this file says that it is not YAML 1.2: delete the line that begins with %YAML");
		}
		if (!(ex instanceof MarkedYamlEngineException marked)) {
			return new YamlFault(last, "this is not YAML: look for quotes, brackets and indentation near here");
		}
		@Nullable Mark begin = marked.getContextMark().orElse(null);
		@Nullable Mark end = marked.getProblemMark().or(() -> Optional.ofNullable(begin)).orElse(null);
		Place place = (end != null) ? new Place(last.file(), end.getLine() + 1, end.getColumn() + 1) : last;
		String context = Optional.ofNullable(marked.getContext()).orElse("");
		String problem = Optional.ofNullable(marked.getProblem()).orElse("");
		return new YamlFault(place, sentence(context, problem, (begin != null) ? begin.getLine() + 1 : place.line()));
	}

	private static String sentence(String context, String problem, int began) {
		if (problem.contains("(TAB)") || problem.contains("'\\t'")) {
			return "a tab stands here: YAML is indented with spaces, so replace the tab by two spaces";
		}
		if (problem.contains("mapping values are not allowed")) {
			return "a colon with a space after it is not allowed here: put the text into quotes, or begin it with >- in a line of its own";
		}
		if (context.contains("quoted scalar")) {
			return problem.contains("escape")
					? "a backslash in double quotes begins an escape that YAML does not know: double it, or use single quotes"
					: "the quote that is opened in line " + began + " is not closed";
		}
		if (problem.contains("could not find expected ':'")) {
			return "the key in line " + began
					+ " has no colon after it: add one, or indent the line if it belongs to the text above";
		}
		if (problem.contains("'<scalar>'")) {
			return "text goes on after a closing quote: the quote before it may be missing, and a quote inside text has to be doubled";
		}
		if (context.contains("node")) {
			return "something is missing before this, or it does not belong here: look for brackets, or put the text into quotes";
		}
		if (context.contains("flow")) {
			return "the bracket that is opened in line " + began
					+ " is not closed here: add the comma or the bracket that is missing, or put the text into quotes";
		}
		if (problem.contains("cannot start any token")) {
			return "text cannot begin with this character: put it into quotes";
		}
		if (context.contains("anchor") || context.contains("alias")) {
			return "text that begins with & or * has to stand in quotes";
		}
		if (context.contains("block scalar")) {
			return !problem.contains("chomping")
					? "the first lines of the text that begins in line " + began
							+ " are indented more than the rest: indent them alike"
					: "after | or > nothing but - or + may stand in this line: write the text into the next lines";
		}
		if (context.contains("block mapping") || context.contains("block collection")
				|| context.contains("block sequence") || problem.contains("block sequence")) {
			return "the indentation does not fit the block that begins in line " + began
					+ ": entries of one block begin in the same column";
		}
		if (problem.contains("expected <document start>") || problem.contains("<document start>")) {
			return "nothing may follow here: look at the indentation and the quotes of the line before";
		}
		return "this is not YAML: look for quotes, brackets and indentation near here";
	}

}
