package dev.rehearsal.attempt.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rehearsal.attempt.ItemStatus;
import dev.rehearsal.shared.PageShape;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/** The entries of the review screen as HTML. The template is asked once for each kind. */
@Component
class OverviewEntries {

	private final Cache<Kind, PageShape> shapes = Caffeine.newBuilder().maximumSize(20).build();

	private final ITemplateEngine templates;

	OverviewEntries(ITemplateEngine templates) {
		this.templates = templates;
	}

	/**
	 * One entry after the other.
	 * @param sections what they lead to
	 * @param address of the attempt
	 * @return HTML that is safe in a page
	 */
	String html(List<ItemSection> sections, String address) {
		return sections.stream()
			.map((section) -> this.shapes.get(new Kind(section.status(), section.response().flagged()), this::shape)
				.fill(Map.of("n", Integer.toString(section.position()), "address", address)))
			.collect(Collectors.joining());
	}

	private PageShape shape(Kind kind) {
		Map<String, String> marks = PageShape.marks(Set.of("n", "address"));
		Map<String, Object> variables = new HashMap<>(marks);
		variables.put("status", kind.status().code());
		variables.put("flagged", kind.flagged());
		return new PageShape(this.templates.process("attempt/overview-entry", new Context(Locale.ENGLISH, variables)),
				marks);
	}

	private record Kind(ItemStatus status, boolean flagged) {
	}

}
