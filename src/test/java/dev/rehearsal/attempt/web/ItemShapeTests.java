package dev.rehearsal.attempt.web;

import java.nio.file.Path;
import java.util.List;

import dev.rehearsal.attempt.Annotation;
import dev.rehearsal.attempt.Response;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import dev.rehearsal.form.PresentedItem;
import dev.rehearsal.form.PresentedItem.Choice;
import dev.rehearsal.form.PresentedItem.PresentedScenario;
import dev.rehearsal.review.PackPreview;
import dev.rehearsal.review.PreviewedItem;
import dev.rehearsal.shared.Markdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is filled into a shape is what the template would have said. */
class ItemShapeTests {

	private static final String ADDRESS = "/attempts/9d1c4e0a";

	private static final String CSRF = "Zm9v_-\"<";

	private static final Shown HIDDEN = new Shown(65, false, true, false, false);

	private static final Shown SINGLE = new Shown(65, false, false, true, false);

	private final ItemSections sections = new ItemSections(templates());

	@ParameterizedTest
	@ValueSource(strings = { "questions/mla-c01", "questions/mls-c01" })
	void everyShippedItem(String pack) {
		PackReading.Sound sound = (PackReading.Sound) PackReader.read(Path.of(pack));
		List<PreviewedItem> items = new PackPreview(sound.pack(), new Markdown()).items(0, Integer.MAX_VALUE);
		assertThat(items).hasSizeGreaterThan(200);
		items.forEach((item) -> assertSame(item.item(), false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "multiple-choice", "multi-response", "ordering", "matching" })
	void textsThatLookLikeMarkupAndMarks(String type) {
		List<Choice> options = List.of(choice("a", "<i>$1 &amp; \uE000</i>", "$1 & \uE000 \"quoted\" <i>"),
				choice("b", "\uE003\\E", "'"), choice("c", "", ""));
		List<Choice> prompts = type.equals("matching") ? List.of(choice("p", "\uE001", "x"), choice("q", "&lt;", "<"))
				: List.of();
		assertSame(new PresentedItem(3, type, "<p>\uE002 ${n} [[x]]</p>", options, prompts, 2, null), true);
		assertSame(new PresentedItem(3, type, "<p>\uE002 ${n} [[x]]</p>", options, prompts, 2,
				new PresentedScenario("\uE004 <b>", "<p>\uE005 & so on</p>", 2, 5)), true);
	}

	@Test
	void itemsOfOneShapeShareIt() {
		PresentedItem one = new PresentedItem(1, "multi-response", "one", List.of(choice("a", "A", "A")), List.of(), 1,
				null);
		PresentedItem other = new PresentedItem(9, "multi-response", "other", List.of(choice("b", "B", "B")), List.of(),
				1, null);
		assertThat(ItemShape.Key.of(one, HIDDEN)).isEqualTo(ItemShape.Key.of(other, HIDDEN));
	}

	@Test
	void whatWasTouchedFitsNoShape() {
		PresentedItem item = new PresentedItem(1, "multi-response", "one", List.of(choice("a", "A", "A")), List.of(), 1,
				null);
		Response answered = new Response(1, List.of("a"), false, 1, null, null, null, null);
		Response flagged = new Response(1, List.of(), true, 1, null, null, null, null);
		Annotation noted = new Annotation(1, List.of(), List.of(), "look it up", 1);
		assertThat(ItemShape.fits(section(item), HIDDEN)).isTrue();
		assertThat(ItemShape.fits(new ItemSection(item, answered, Annotation.none(1)), HIDDEN)).isFalse();
		assertThat(ItemShape.fits(new ItemSection(item, flagged, Annotation.none(1)), HIDDEN)).isFalse();
		assertThat(ItemShape.fits(new ItemSection(item, Response.unseen(1), noted), HIDDEN)).isFalse();
	}

	@Test
	void whatHasNoNameFitsNoShapeThatNamesIt() {
		PresentedItem item = new PresentedItem(1, "multi-response", "one", List.of(choice("a", "<table></table>", " ")),
				List.of(), 1, null);
		assertThat(ItemShape.fits(section(item), HIDDEN)).isTrue();
		assertThat(ItemShape.fits(section(item), SINGLE)).isFalse();
	}

	private void assertSame(PresentedItem item, boolean practice) {
		ItemShape.Framed framed = new ItemShape.Framed(section(item), Integer.toString(item.position()), ADDRESS, CSRF);
		List<Shown> all = List.of(new Shown(65, practice, true, false, false),
				new Shown(65, practice, false, false, false), new Shown(65, practice, false, true, false),
				new Shown(65, practice, false, true, true));
		for (Shown shown : all) {
			if (ItemShape.fits(framed.section(), shown)) {
				String filled = this.sections.shape(ItemShape.Key.of(item, shown)).fill(item, ADDRESS, CSRF);
				assertThat(lines(filled)).isEqualTo(lines(this.sections.render(framed, shown)));
			}
		}
	}

	/** Indentation is left out of shapes. */
	private static List<String> lines(String html) {
		return html.lines().map(String::stripLeading).filter((line) -> !line.isEmpty()).toList();
	}

	private static ItemSection section(PresentedItem item) {
		return new ItemSection(item, Response.unseen(item.position()), Annotation.none(item.position()));
	}

	private static Choice choice(String id, String text, String plain) {
		return new Choice(id, text, plain);
	}

	private static SpringTemplateEngine templates() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setAlwaysUseMessageFormat(true);
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		engine.setTemplateEngineMessageSource(messages);
		return engine;
	}

}
