package dev.rehearsal.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * HTML with gaps, cut out of what a template said. Where a gap is, a mark stood that
 * nobody can guess, so that no text holds it; what is filled in is never looked at again.
 */
public final class PageShape {

	private final List<String> pieces = new ArrayList<>();

	/** One fewer than pieces: by the name of the text that it takes. */
	private final List<String> gaps = new ArrayList<>();

	/**
	 * Cuts HTML at its marks.
	 * @param html what a template said
	 * @param marks that it was given in place of texts, by name
	 */
	public PageShape(String html, Map<String, String> marks) {
		Map<String, String> names = new HashMap<>();
		marks.forEach((name, mark) -> names.put(mark, name));
		int from = 0;
		if (!names.isEmpty()) {
			Matcher mark = Pattern.compile(names.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")))
				.matcher(html);
			while (mark.find()) {
				this.pieces.add(html.substring(from, mark.start()));
				this.gaps.add(names.getOrDefault(mark.group(), ""));
				from = mark.end();
			}
		}
		this.pieces.add(html.substring(from));
	}

	/**
	 * Marks for a template.
	 * @param names of the texts
	 * @return by name; they need no escaping, in addresses either
	 */
	public static Map<String, String> marks(Collection<String> names) {
		return names.stream().collect(Collectors.toMap((name) -> name, (name) -> UUID.randomUUID().toString()));
	}

	boolean has(String gap) {
		return this.gaps.contains(gap);
	}

	/**
	 * Fills the gaps.
	 * @param texts HTML for each gap, by name
	 * @return HTML
	 */
	public String fill(Map<String, String> texts) {
		StringBuilder html = new StringBuilder(4_096);
		for (int gap = 0; gap < this.gaps.size(); gap++) {
			html.append(this.pieces.get(gap)).append(texts.getOrDefault(this.gaps.get(gap), ""));
		}
		return html.append(this.pieces.getLast()).toString();
	}

}
