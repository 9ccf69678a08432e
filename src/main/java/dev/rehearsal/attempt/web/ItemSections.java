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
	 * @param current the position of the one that is not hidden
	 * @param address of the attempt
	 * @param csrf the page's token
	 * @return HTML that is safe in a page
	 */
	String all(Room.View room, int current, String address, String csrf) {
		return room.sections()
			.stream()
			.map((section) -> html(section, shown(room, section.position() != current, false, false), address, csrf))
			.collect(Collectors.joining());
	}

	/**
	 * The only item of a page, with what scripts would add.
	 * @param room the exam
	 * @param section the item
	 * @param notesOpen whether its notes were asked for
	 * @param address of the attempt
	 * @param csrf the page's token
	 * @return HTML that is safe in a page
	 */
	String single(Room.View room, ItemSection section, boolean notesOpen, String address, String csrf) {
		return html(section, shown(room, false, true, notesOpen), address, csrf);
	}

	private static Shown shown(Room.View room, boolean hidden, boolean single, boolean notesOpen) {
		return new Shown(room.sections().size(), room.attempt().mode().showsKeys(), hidden, single, notesOpen);
	}

	private String html(ItemSection section, Shown shown, String address, String csrf) {
		if (ItemShape.fits(section, shown)) {
			return shape(ItemShape.Key.of(section.item(), shown)).fill(section.item(), address, csrf);
		}
		return render(new ItemShape.Framed(section, Integer.toString(section.position()), address, csrf), shown);
	}

	ItemShape shape(ItemShape.Key key) {
		return this.shapes.get(key, (unknown) -> new ItemShape(unknown, (framed) -> render(framed, unknown.shown())));
	}

	String render(ItemShape.Framed framed, Shown shown) {
		Context context = new Context(Locale.ENGLISH);
		context.setVariable("section", framed.section());
		context.setVariable("n", framed.position());
		context.setVariable("address", framed.address());
		context.setVariable("csrf", framed.csrf());
		context.setVariable("shown", shown);
		return this.templates.process(TEMPLATE, context);
	}

}
