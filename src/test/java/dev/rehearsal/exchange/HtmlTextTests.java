package dev.rehearsal.exchange;

import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTextTests {

	private static final String[] SIGNS = { "word", "a", " ", " ", "*", "**", "_", "`", "#", "# ", "- ", "+ ", "1. ",
			"1) ", "> ", "[", "]", "(", ")", "](x)", "!", "<", ">", "<b>", "&", "&amp;", "&lt;", "\\", "~", "|", "=",
			"---", "://", "\"", "'", "é", "漢" };

	private final Losses losses = new Losses();

	@Test
	void paragraphsListsTablesAndCode() {
		assertThat(markdown("<p>One <b> two </b>three<br>four</p><p>five</p>"))
			.isEqualTo("One **two** three  \nfour\n\nfive");
		assertThat(markdown("<ul><li>a</li><li><p>b</p></li></ul><ol start=3><li>c</ol>"))
			.isEqualTo("- a\n- b\n\n3. c");
		assertThat(markdown("<pre><code class=\"language-sql\">SELECT 1\n  FROM t</code></pre>"))
			.isEqualTo("```sql\nSELECT 1\n  FROM t\n```");
		assertThat(markdown("H<sub>2</sub>O is <code>a | b</code> &lt;b&gt;"))
			.isEqualTo("H<sub>2</sub>O is `a | b` \\<b\\>");
		assertThat(MarkdownText.html(markdown("<table><tr><th>A<th>B<tr><td>1<td>x|y</table>"))).contains("<th>A</th>",
				"<td>x|y</td>");
		assertThat(this.losses.list()).isEmpty();
	}

	@Test
	void whatPeoplesEditorsWriteIsKept() {
		assertThat(markdown("<table><tr><th>A<th>B<tr><td>1<br>2<td>3</table>"))
			.isEqualTo("|A|B|\n|---|---|\n|1<br>2|3|");
		assertThat(markdown("<ul>loose<li>one</li><br></ul>")).isEqualTo("- loose\n- one");
		assertThat(markdown("<p>a<code>x = 1<br>y = 2</code></p>")).isEqualTo("a`x = 1`  \n`y = 2`");
		assertThat(markdown("<table><tr><td>out<table><tr><td>in</td></tr></table></td></tr></table>"))
			.containsOnlyOnce("in")
			.contains("out");
		assertThat(markdown("<p><![CDATA[1 < 2]]></p>")).contains("1 \\< 2");
		assertThat(markdown("<code class=\"math\">x_1</code>")).isEqualTo("$`x_1`$");
		assertThat(markdown("<abbr title=\"Simple Storage\">S3</abbr> <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>"))
			.isEqualTo("S3 (Simple Storage) 漢 (kan)");
		assertThat(this.losses.list()).isEmpty();
		assertThat(markdown("Which is <u>odd</u>, and <s>not</s>?")).isEqualTo("Which is *odd*, and not?");
		assertThat(this.losses.list()).hasSize(2);
	}

	@Test
	void onlySafeLinksStay() {
		assertThat(markdown("<a href=\"https://example.org/a_b\">here</a> <a href=\"http://example.org\">there</a>"))
			.isEqualTo("[here](https://example.org/a_b) there");
		assertThat(this.losses.list()).hasSize(1);
	}

	@Test
	void textThatLooksLikeMarkupStaysText() {
		Random random = new Random(3);
		for (int round = 0; round < 5_000; round++) {
			StringBuilder made = new StringBuilder();
			for (int i = 1 + random.nextInt(8); i > 0; i--) {
				made.append(SIGNS[random.nextInt(SIGNS.length)]);
			}
			String text = made.toString().replaceAll(" +", " ").strip();
			assertThat(MarkdownText.words(HtmlText.plain(text))).isEqualTo(text);
			assertThat(MarkdownText.words(markdown(XmlElement.escape(text)))).isEqualTo(text);
		}
	}

	private String markdown(String html) {
		return HtmlText.toMarkdown(html, Gallery.ofTexts(new TreeMap<>()), this.losses, Spot.of("test"));
	}

}
