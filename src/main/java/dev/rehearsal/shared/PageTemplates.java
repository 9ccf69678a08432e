package dev.rehearsal.shared;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;
import org.unbescape.html.HtmlEscape;

import org.springframework.context.MessageSource;

/**
 * Templates in which everything that is the same for everyone already stands: messages
 * without arguments and links without parameters. They are most of what a template asks
 * for, and to look each of them up for each page was most of what a page cost.
 */
class PageTemplates extends SpringResourceTemplateResolver {

	private static final Pattern TEXT = Pattern
		.compile("<(\\w[\\w:-]*)((?:\\s[^<>]*?)?)\\s+th:text=\"#\\{([\\w.-]+)}\"([^<>]*)></\\1>");

	private static final Pattern ATTRIBUTE = Pattern.compile("\\sth:([\\w-]+)=\"#\\{([\\w.-]+)}\"");

	private static final Pattern LINK = Pattern.compile("\\sth:(href|src)=\"@\\{(/[\\w./-]*)}\"");

	private final MessageSource messages;

	private final UnaryOperator<String> links;

	/**
	 * Reads templates.
	 * @param messages of the pages
	 * @param links makes the address of a path; asked when there are requests
	 */
	PageTemplates(MessageSource messages, UnaryOperator<String> links) {
		this.messages = messages;
		this.links = links;
	}

	@Override
	protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration,
			@Nullable String ownerTemplate, String template, String resourceName, String characterEncoding,
			@Nullable Map<String, Object> attributes) {
		ITemplateResource resource = super.computeTemplateResource(configuration, ownerTemplate, template, resourceName,
				characterEncoding, attributes);
		try (Reader reader = resource.reader()) {
			return new StringTemplateResource(said(reader.readAllAsString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String said(String template) {
		String text = replace(TEXT, template, (match) -> {
			String said = message(match.group(3));
			if (said == null) {
				return null;
			}
			String attributes = match.group(2) + match.group(4);
			boolean bare = match.group(1).equals("th:block") && attributes.isBlank();
			return bare ? said : "<" + match.group(1) + attributes + ">" + said + "</" + match.group(1) + ">";
		});
		text = replace(ATTRIBUTE, text, (match) -> {
			String said = message(match.group(2));
			return (said != null && !match.group(1).equals("text")) ? " " + match.group(1) + "=\"" + said + "\"" : null;
		});
		return replace(LINK, text, (match) -> " " + match.group(1) + "=\"" + this.links.apply(match.group(2)) + "\"");
	}

	private @Nullable String message(String key) {
		String message = this.messages.getMessage(key, null, "", Locale.ENGLISH);
		return (message == null || message.isEmpty() || message.contains("[[") || message.contains("[(")) ? null
				: HtmlEscape.escapeHtml4Xml(message);
	}

	private static String replace(Pattern pattern, String text, Function<MatchResult, @Nullable String> replacement) {
		return pattern.matcher(text).replaceAll((match) -> {
			String said = replacement.apply(match);
			return Matcher.quoteReplacement((said != null) ? said : match.group());
		});
	}

}
