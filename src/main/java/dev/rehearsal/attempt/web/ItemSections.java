package dev.rehearsal.attempt.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Items of the exam room as HTML. When an exam starts, nearly all of them are blank and
 * hidden; they are filled into shapes, since rendering each was most of what a start
 * cost.
 */
@Component
class ItemSections {

	private static final String TEMPLATE = "attempt/item";

	/** A few for each type, mode and length of a form, and place of a case study. */
	private final Cache<ItemShape.Key, ItemShape> shapes = Caffeine.newBuilder().maximumSize(2_000).build();

	private final ITemplateEngine templates;

	ItemSections(ITemplateEngine templates) {
		this.templates = templates;
	}

	/**
	 * All items of a page.
	 * @param room the exam
	 * @param shown those that stand on the page
	 * @param current the position of the one that is not hidden
	 * @param address of the attempt
	 * @param csrf the page's token
	 * @return HTML that is safe in a page
	 */
	String html(Room.View room, List<ItemSection> shown, int current, String address, String csrf) {
		boolean practice = room.attempt().mode().showsKeys();
		int total = room.sections().size();
		return shown.stream().map((section) -> {
			boolean hidden = section.position() != current;
			if (shown.size() == total && ItemShape.fits(section)) {
				return shape(ItemShape.Key.of(section.item(), total, practice, hidden)).fill(section.item(), address,
						csrf);
			}
			ItemShape.Framed framed = new ItemShape.Framed(section, Integer.toString(section.position()), address,
					csrf);
			return render(framed, total, practice, hidden, shown.size() < total);
		}).collect(Collectors.joining());
	}

	ItemShape shape(ItemShape.Key key) {
		return this.shapes.get(key, (unknown) -> new ItemShape(unknown,
				(framed) -> render(framed, unknown.total(), unknown.practice(), unknown.hidden(), false)));
	}

	String render(ItemShape.Framed framed, int total, boolean practice, boolean hidden, boolean single) {
		Context context = new Context(Locale.ENGLISH);
		context.setVariable("section", framed.section());
		context.setVariable("n", framed.position());
		context.setVariable("address", framed.address());
		context.setVariable("csrf", framed.csrf());
		context.setVariable("total", total);
		context.setVariable("practice", practice);
		context.setVariable("hide", hidden);
		context.setVariable("single", single);
		return this.templates.process(TEMPLATE, context);
	}

}
