package dev.rehearsal.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The exam room as its page shows it.
 *
 * @param csrf the page's token
 * @param items by position
 */
record Booklet(String csrf, List<Item> items) {

	static Booklet of(String html) {
		Document page = Jsoup.parse(html);
		return new Booklet(page.body().attr("data-csrf"),
				page.select("section.item").stream().map(Booklet::item).toList());
	}

	private static Item item(Element section) {
		String type = section.attr("data-type");
		List<List<String>> controls = section.select("select[name=answer]")
			.stream()
			.map((select) -> select.select("option:not([value=''])").eachAttr("value"))
			.toList();
		List<String> chosen = section.select("select[name=answer]")
			.stream()
			.map((select) -> select.select("option[selected]").attr("value"))
			.toList();
		if (controls.isEmpty()) {
			controls = List.of(section.select("input[name=answer]").eachAttr("value"));
			chosen = section.select("input[name=answer][checked]").eachAttr("value");
		}
		int position = Integer.parseInt(section.attr("data-position"));
		int sequence = Integer.parseInt(section.select("input[name=sequence]").attr("value")) - 1;
		boolean flagged = Boolean.parseBoolean(section.select("input[name=flagged]").attr("value"));
		return new Item(type, controls, new Save(position, sequence, stored(type, chosen), flagged));
	}

	/** The one way in which an answer is stored. */
	static List<String> stored(String type, List<String> parts) {
		List<String> stored = new ArrayList<>(parts);
		if (!type.equals("ordering")) {
			stored.removeIf(String::isEmpty);
		}
		while (!stored.isEmpty() && stored.getLast().isEmpty()) {
			stored.removeLast();
		}
		return List.copyOf(stored);
	}

	/**
	 * An item.
	 *
	 * @param type such as matching
	 * @param controls what each select offers; one list of all options where there is
	 * none
	 * @param stored what the page shows as stored
	 */
	record Item(String type, List<List<String>> controls, Save stored) {

		/** Any answer that a browser could send; blank ones too. */
		List<String> answer(Random chance) {
			if (chance.nextInt(12) == 0) {
				return List.of();
			}
			List<String> options = this.controls.getFirst();
			return switch (this.type) {
				case "multiple-choice" -> List.of(options.get(chance.nextInt(options.size())));
				case "multi-response" -> options.stream().filter((option) -> chance.nextBoolean()).toList();
				case "ordering" -> {
					List<String> steps = new ArrayList<>(options);
					Collections.shuffle(steps, chance);
					List<String> placed = steps.subList(0, this.controls.size());
					if (chance.nextInt(4) == 0) {
						placed.set(chance.nextInt(placed.size()), "");
					}
					yield Booklet.stored(this.type, placed);
				}
				case "matching" -> Booklet.stored(this.type,
						this.controls.stream()
							.map((pairs) -> (chance.nextInt(6) == 0) ? "" : pairs.get(chance.nextInt(pairs.size())))
							.toList());
				default -> throw new IllegalStateException(this.type);
			};
		}

	}

}
