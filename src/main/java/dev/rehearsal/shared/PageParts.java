package dev.rehearsal.shared;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;

/**
 * A page that many visitors get, with some texts that only one of them gets. Its template
 * is asked once for all: it sees what they have in common as {@code page}, and the texts
 * by their names; nothing else that a controller knows can get into what others see.
 *
 * @param common all that the page depends on, besides the account of who is signed in and
 * the CSRF token; equal for pages that differ in nothing but their texts
 * @param own HTML by name
 */
public record PageParts(Record common, Map<String, String> own) {

	private static final String ATTRIBUTE = "parts";

	/**
	 * Has the page put together of its parts.
	 * @param model of the view
	 */
	public void addTo(Model model) {
		model.addAttribute(ATTRIBUTE, this);
	}

	/**
	 * Has the template asked for this one page, which may know more than its parts.
	 * @param model of the view
	 */
	public void addEachTo(Model model) {
		model.addAttribute("page", this.common).addAllAttributes(this.own);
	}

	static @Nullable PageParts in(@Nullable Map<String, ?> model) {
		return (model != null) ? (PageParts) model.get(ATTRIBUTE) : null;
	}

}
