package dev.rehearsal.shared;

import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is the same for everyone is said once; all else is left to Thymeleaf. */
class PageTemplatesTests {

	private final StaticMessageSource messages = new StaticMessageSource();

	private final PageTemplates templates = new PageTemplates(this.messages, (path) -> "/context" + path);

	@BeforeEach
	void messages() {
		this.messages.setAlwaysUseMessageFormat(true);
		this.messages.addMessage("room.close", Locale.ENGLISH, "Close & don''t <ask>");
		this.messages.addMessage("room.place", Locale.ENGLISH, "Item {0} of {1}");
		this.messages.addMessage("room.nothing", Locale.ENGLISH, "");
		this.messages.addMessage("room.inlined", Locale.ENGLISH, "[[$'{'1 + 1'}']]");
	}

	@Test
	void aMessageAsText() {
		assertThat(said("<button class=\"quiet\" th:text=\"#{room.close}\" id=\"x\"></button>"))
			.isEqualTo("<button class=\"quiet\" id=\"x\">Close &amp; don&#39;t &lt;ask&gt;</button>");
		assertThat(said("<p th:text=\"#{room.close}\"></p>")).isEqualTo("<p>Close &amp; don&#39;t &lt;ask&gt;</p>");
	}

	@Test
	void aBlockThatOnlySaysAMessageIsNoElement() {
		assertThat(said("a <th:block th:text=\"#{room.close}\"></th:block> b"))
			.isEqualTo("a Close &amp; don&#39;t &lt;ask&gt; b");
		assertThat(said("<th:block th:if=\"${x}\" th:text=\"#{room.close}\"></th:block>"))
			.isEqualTo("<th:block th:if=\"${x}\">Close &amp; don&#39;t &lt;ask&gt;</th:block>");
	}

	@Test
	void aMessageAsAttribute() {
		assertThat(said("<nav th:aria-label=\"#{room.close}\" th:data-hide=\"#{room.close}\"></nav>")).isEqualTo(
				"<nav aria-label=\"Close &amp; don&#39;t &lt;ask&gt;\" data-hide=\"Close &amp; don&#39;t &lt;ask&gt;\"></nav>");
	}

	@Test
	void aLinkWithoutParameters() {
		assertThat(said("<a th:href=\"@{/}\"></a><script th:src=\"@{/assets/js/room.js}\"></script>"))
			.isEqualTo("<a href=\"/context/\"></a><script src=\"/context/assets/js/room.js\"></script>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p th:text=\"#{room.place(${n},${total})}\"></p>",
			"<p th:text=\"#{no.such.message}\"></p>", "<p th:text=\"#{room.nothing}\"></p>",
			"<p th:text=\"#{room.inlined}\"></p>", "<p th:text=\"#{__|room.${x}|__}\"></p>",
			"<p th:text=\"${x} ? #{room.close}\"></p>", "<p th:with=\"word=#{room.close}\"></p>",
			"<b th:text=\"#{room.close}\"><i>example</i></b>", "<a th:href=\"@{/attempts/{id}(id=${id})}\"></a>",
			"<a th:href=\"@{https://example.org/}\"></a>", "<form th:action=\"@{/sign-out}\"></form>" })
	void whatDependsOnSomethingStays(String template) {
		assertThat(said(template)).isEqualTo(template);
	}

	private String said(String template) {
		return this.templates.said(template);
	}

}
