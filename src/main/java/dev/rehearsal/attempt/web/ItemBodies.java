package dev.rehearsal.attempt.web;

import java.util.Locale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rehearsal.attempt.Annotation;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.form.PresentedItem;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Stem and controls of items as HTML. When an exam starts, all of its items are blank,
 * and look the same to all candidates who see their options in the same order: those are
 * rendered once, since rendering them anew was most of what a start cost.
 */
@Component
public class ItemBodies {

	private static final String TEMPLATE = "attempt/item-body";

	/** For the position, until it is known: a character that no text has. */
	private static final String POSITION = "\uE000";

	private final Cache<Blank, String> blanks = Caffeine.newBuilder().maximumSize(20_000).build();

	private final ITemplateEngine templates;

	ItemBodies(ITemplateEngine templates) {
		this.templates = templates;
	}

	/**
	 * What stands in the form of an item.
	 * @param room the exam
	 * @param section the item
	 * @return HTML that is safe in a page
	 */
	public String html(Room.View room, ItemSection section) {
		boolean practice = room.attempt().mode().showsKeys();
		int total = room.sections().size();
		if (!section.response().answer().isEmpty() || section.isChecked()) {
			return render(section, Integer.toString(section.position()), total, practice);
		}
		Blank blank = new Blank(section.item().at(0), total, practice);
		return this.blanks.get(blank, this::render).replace(POSITION, Integer.toString(section.position()));
	}

	private String render(Blank blank) {
		return render(new ItemSection(blank.item(), Response.unseen(0), Annotation.none(0)), POSITION, blank.total(),
				blank.practice());
	}

	private String render(ItemSection section, String position, int total, boolean practice) {
		Context context = new Context(Locale.ENGLISH);
		context.setVariable("section", section);
		context.setVariable("n", position);
		context.setVariable("total", total);
		context.setVariable("practice", practice);
		return this.templates.process(TEMPLATE, context);
	}

	/**
	 * What a blank body depends on.
	 *
	 * @param item with its options in this order
	 * @param total how many items the form has
	 * @param practice whether answers can be checked
	 */
	private record Blank(PresentedItem item, int total, boolean practice) {
	}

}
