package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.Option;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackYaml;
import dev.rehearsal.bank.Prompt;
import org.jspecify.annotations.Nullable;

/** What becomes of the images that items show when a pack leaves. */
final class Pictures {

	private static final Pattern SHOWN = Pattern.compile("!\\[([^\\[\\]]*)]\\(/images/([^)\\s]*+)[^)]*+\\)");

	private final Losses losses;

	private Pictures(Losses losses) {
		this.losses = losses;
	}

	/**
	 * For formats whose files carry no images: descriptions stand in their place.
	 * @param pack any
	 * @param losses each image is one
	 * @return the same pack if it shows none
	 */
	static Pack described(Pack pack, Losses losses) {
		if (pack.images().isEmpty()) {
			return pack;
		}
		Pictures pictures = new Pictures(losses);
		return new Pack(pack.definition(), pack.items().stream().map(pictures::item).toList());
	}

	/**
	 * A pack's own files with the images that they name.
	 * @param pack any; its images have the addresses that they have here
	 * @return by path, as a pack's folder has them
	 */
	static SortedMap<String, byte[]> files(Pack pack) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		PackYaml.write(pack)
			.forEach((path, text) -> files.put(path,
					text.replace("](/images/", "](images/").getBytes(StandardCharsets.UTF_8)));
		pack.images().forEach((name, bytes) -> files.put("images/" + name, bytes));
		return files;
	}

	/** The names of a pack's images that a text shows, each once. */
	static Set<String> shown(String markdown, Pack pack) {
		Set<String> names = new TreeSet<>();
		SHOWN.matcher(markdown)
			.results()
			.map((image) -> image.group(2))
			.filter(pack.images()::containsKey)
			.forEach(names::add);
		return names;
	}

	/** The names of a pack's images that an item shows, its scenario left out. */
	static Set<String> shown(Pack.Item item, Pack pack) {
		ItemContent content = item.content();
		StringBuilder texts = new StringBuilder(content.stem());
		content.options().forEach((option) -> texts.append('\n').append(option.text()).append(option.rationale()));
		content.prompts().forEach((prompt) -> texts.append('\n').append(prompt.text()).append(prompt.rationale()));
		return shown(texts.toString(), pack);
	}

	private Pack.Item item(Pack.Item item) {
		Spot spot = Spot.of(item.id());
		ItemContent content = item.content();
		List<Option> options = content.options()
			.stream()
			.map((option) -> new Option(option.id(), text(option.text(), spot), rationale(option.rationale(), spot)))
			.toList();
		List<Prompt> prompts = content.prompts()
			.stream()
			.map((prompt) -> new Prompt(prompt.id(), text(prompt.text(), spot), rationale(prompt.rationale(), spot)))
			.toList();
		Pack.CaseStudy study = item.caseStudy();
		return new Pack.Item(item.id(), item.domain(), item.task(), item.topic(), item.difficulty(), item.level(),
				item.enemies(),
				(study == null) ? null
						: new Pack.CaseStudy(study.id(), study.title(), text(study.scenario(), Spot.of(study.id()))),
				item.casePosition(), new ItemContent(content.type(), text(content.stem(), spot), options, prompts,
						content.key(), content.references(), content.checked()));
	}

	private @Nullable String rationale(@Nullable String rationale, Spot spot) {
		return (rationale == null) ? null : text(rationale, spot);
	}

	private String text(String markdown, Spot spot) {
		Matcher shown = SHOWN.matcher(markdown);
		return shown.replaceAll((image) -> {
			String description = image.group(1).isBlank() ? "image" : image.group(1);
			this.losses.part(spot, "the image %s is left out, and its description stands in its place"
				.formatted(Losses.quote(description)));
			return Matcher.quoteReplacement("[" + description + "]");
		});
	}

}
