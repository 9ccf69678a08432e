package dev.rehearsal.shared;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTests {

	private static final String HASH = "0123456789abcdef".repeat(4);

	private final Markdown markdown = new Markdown();

	@Test
	void codeBetweenDollarsIsMathematics() {
		assertThat(this.markdown.inline("Is $`a_1 < b_1`$ right?"))
			.isEqualTo("Is <code class=\"math\">a_1 &lt; b_1</code> right?");
		assertThat(this.markdown.html("```math\n\\frac{a}{b}\n```"))
			.isEqualTo("<pre><code class=\"language-math\">\\frac{a}{b}\n</code></pre>");
	}

	@Test
	void headingsStandBelowThatOfThePageAndSkipNoLevel() {
		assertThat(this.markdown.html("## Goal\n\nText.\n\n#### Detail"))
			.isEqualTo("<h2>Goal</h2>\n<p>Text.</p>\n<h3>Detail</h3>");
		assertThat(this.markdown.html("# One\n\n###### Six")).isEqualTo("<h2>One</h2>\n<h3>Six</h3>");
	}

	@Test
	void aTableStandsInWhatCanBeScrolled() {
		assertThat(this.markdown.html("| a |\n| --- |\n| b |")).startsWith("<div class=\"scroll\"><table>")
			.endsWith("</table></div>");
	}

	@Test
	void pricesAreNot() {
		assertThat(this.markdown.inline("It costs $5 or $6, and `x` is code."))
			.isEqualTo("It costs $5 or $6, and <code>x</code> is code.");
	}

	@Test
	void classesOfCodeNameALanguage() {
		assertThat(this.markdown.html("```python\nx\n```"))
			.isEqualTo("<pre><code class=\"language-python\">x\n</code></pre>");
		assertThat(this.markdown.html("```\"><b\nx\n```")).isEqualTo("<pre><code>x\n</code></pre>");
		assertThat(this.markdown.html("<code class=\"room-bar\">x</code>")).doesNotContain("class");
		assertThat(this.markdown.inline("$`</code><script>alert(1)</script>`$"))
			.isEqualTo("<code class=\"math\">&lt;/code&gt;&lt;script&gt;alert(1)&lt;/script&gt;</code>");
	}

	@Test
	void onlyImagesOfPacksAreShown() {
		assertThat(this.markdown.inline("![A map](/images/" + HASH + ".png)"))
			.isEqualTo("<img src=\"/images/" + HASH + ".png\" alt=\"A map\" />");
		for (String address : new String[] { "https://example.org/x.png", "/images/../actuator/health", "images/x.png",
				"data:image/png;base64,AAAA", "/images/" + HASH + ".svg", "//example.org/images/" + HASH + ".png" }) {
			assertThat(this.markdown.html("![x](" + address + ")")).as(address).doesNotContain("src");
		}
		assertThat(this.markdown.html("<img src=/images/" + HASH + ".png onerror=alert(1)>")).doesNotContain("onerror");
	}

}
