package dev.rehearsal.chaos;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a candidate gives to an item.
 *
 * @param position on the form
 * @param sequence as the tab counts
 * @param answer in the one way in which it is stored
 * @param flagged the flag
 */
record Save(int position, int sequence, List<String> answer, boolean flagged) {

	String body(long age) {
		StringBuilder body = new StringBuilder("sequence=" + this.sequence + "&flagged=" + this.flagged);
		this.answer.forEach((part) -> body.append("&answer=").append(URLEncoder.encode(part, StandardCharsets.UTF_8)));
		return body.append("&age=").append(age).toString();
	}

	@Override
	public String toString() {
		return "item " + this.position + " #" + this.sequence + " " + this.answer + (this.flagged ? " flagged" : "");
	}

}
