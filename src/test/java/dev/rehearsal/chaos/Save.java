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

	/** What the page sends; {@code given} is {@link Post#UNKNOWN} if it does not say. */
	String body(long age, long given) {
		StringBuilder body = new StringBuilder("sequence=" + this.sequence + "&flagged=" + this.flagged);
		this.answer.forEach((part) -> body.append("&answer=").append(URLEncoder.encode(part, StandardCharsets.UTF_8)));
		body.append("&age=").append(age);
		return (given == Post.UNKNOWN) ? body.toString() : body.append("&given=").append(given).toString();
	}

	@Override
	public String toString() {
		return "item " + this.position + " #" + this.sequence + " " + this.answer + (this.flagged ? " flagged" : "");
	}

}
