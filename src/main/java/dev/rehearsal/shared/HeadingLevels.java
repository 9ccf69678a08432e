package dev.rehearsal.shared;

import java.util.List;
import java.util.TreeSet;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * Headings of a text stand below the heading of the page that shows it, and skip no
 * level, whatever their author began with.
 */
class HeadingLevels extends AbstractVisitor {

	private static final int FIRST = 2;

	private final List<Integer> used;

	HeadingLevels(Node document) {
		TreeSet<Integer> levels = new TreeSet<>();
		document.accept(new AbstractVisitor() {

			@Override
			public void visit(Heading heading) {
				levels.add(heading.getLevel());
			}

		});
		this.used = List.copyOf(levels);
	}

	@Override
	public void visit(Heading heading) {
		heading.setLevel(Math.min(6, FIRST + this.used.indexOf(heading.getLevel())));
	}

}
