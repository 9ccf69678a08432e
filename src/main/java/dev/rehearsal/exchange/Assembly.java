package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.rehearsal.bank.ContentDomain;
import dev.rehearsal.bank.ItemContent;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackDefinition;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import dev.rehearsal.bank.PackYaml;
import org.jspecify.annotations.Nullable;

/**
 * Puts together a pack from what a file says. What comes out has been read by the reader
 * of packs, so that it can be imported as it is.
 */
final class Assembly {

	private static final int MOST_ITEMS = 200_000;

	private final PackDraft draft;

	private final Losses losses;

	private final Slugs slugs = new Slugs();

	private final Domains domains;

	private final Map<Draft.Study, String> studyIds = new HashMap<>();

	private final Map<Draft.Study, Integer> positions = new HashMap<>();

	/** From the ids in the file to those in the pack. */
	private final Map<String, String> ids = new HashMap<>();

	private final List<Pack.Item> items = new ArrayList<>();

	private final Map<String, Draft> drafts = new HashMap<>();

	private Assembly(PackDraft draft, Losses losses) {
		this.draft = draft;
		this.losses = losses;
		this.domains = new Domains(draft, losses);
	}

	/**
	 * Puts a pack together.
	 * @throws RefusedException if none of the items can be held
	 */
	static Reading.Converted assemble(Format format, PackDraft draft, Losses losses) {
		return new Assembly(draft, losses).assemble(format);
	}

	private Reading.Converted assemble(Format format) {
		if (this.draft.items.size() > MOST_ITEMS) {
			throw new RefusedException(Refusal.TOO_LARGE,
					"this file has more than %,d items: divide it".formatted(MOST_ITEMS));
		}
		new Studies(this.draft, this.losses).tidy();
		this.draft.items.forEach(this::item);
		if (this.items.isEmpty()) {
			throw new RefusedException(Refusal.NO_ITEMS, noItems());
		}
		this.items.replaceAll((item) -> withEnemies(item, enemies(item)));
		this.items.sort(Comparator.comparing(Pack.Item::id));
		Blueprints blueprints = new Blueprints(this.draft, this.items, this.domains, this.ids, this.losses);
		Pack pack = pack(blueprints.all());
		PackReading reading = read(pack);
		if (reading instanceof PackReading.Broken broken) {
			this.losses.part(new Spot(this.draft.file, 0, ""),
					"the tests and enemies of the file do not fit its items and are left out: "
							+ broken.problems().getFirst().sentence());
			this.items.replaceAll((item) -> withEnemies(item, List.of()));
			pack = pack(List.of(blueprints.standard()));
			reading = read(pack);
		}
		return switch (reading) {
			case PackReading.Sound(Pack sound) ->
				new Reading.Converted(format, sound, Pictures.files(sound), this.losses.list());
			case PackReading.Broken broken -> throw new RefusedException(Refusal.NO_ITEMS,
					"no pack can be made of this file: " + broken.problems().getFirst().sentence());
		};
	}

	private String noItems() {
		List<Loss> known = this.losses.list()
			.stream()
			.sorted(Comparator.comparing((loss) -> loss.kind() != Loss.Kind.ITEM))
			.toList();
		return "there is no item in this file that a pack can hold"
				+ (known.isEmpty() ? "" : "; the first thing that stands in the way: " + known.getFirst());
	}

	private PackReading read(Pack pack) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		PackYaml.write(pack).forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
		files.putAll(this.draft.images);
		return PackReader.read(pack.definition().id(), files);
	}

	private void item(Draft item) {
		String id = this.slugs.unique(id(item));
		if (!item.title.isBlank() && Slugs.of(item.title).isEmpty()) {
			this.losses.part(item.spot, "its name %s is left out: ids are written in Latin letters and digits"
				.formatted(Losses.quote(item.title)));
		}
		ItemContent content = ItemCheck.check(item, id, this.losses);
		if (content == null) {
			return;
		}
		if (!item.id.isEmpty() && this.ids.putIfAbsent(item.id, id) != null) {
			this.losses.changed(item.spot, "its id is taken, so it is now called " + id);
		}
		String domain = this.domains.idOf(item);
		Draft.Study study = item.study;
		Pack.CaseStudy caseStudy = (study != null) ? new Pack.CaseStudy(studyId(study), study.title(), study.scenario())
				: null;
		int position = (study != null) ? this.positions.merge(study, 1, Integer::sum) - 1 : 0;
		this.drafts.put(id, item);
		this.items.add(new Pack.Item(id, domain, this.domains.taskOf(item, domain), topic(item),
				oneOf(item, item.difficulty, List.of("easy", "medium", "hard")),
				oneOf(item, item.level, List.of("recall", "apply", "analyse")), List.of(), caseStudy, position,
				content));
	}

	private static String id(Draft item) {
		return List.of(Slugs.of(item.id), Slugs.brief(item.title), Slugs.brief(item.stem), "item")
			.stream()
			.filter((id) -> !id.isEmpty())
			.findFirst()
			.orElseThrow();
	}

	private String studyId(Draft.Study study) {
		return this.studyIds.computeIfAbsent(study, (it) -> {
			String id = Slugs.of(it.id()).isEmpty() ? Slugs.brief(it.title()) : Slugs.of(it.id());
			return this.slugs.unique(id.isEmpty() ? "case-study" : id);
		});
	}

	private @Nullable String topic(Draft item) {
		String name = Objects.requireNonNullElse(item.topic, "");
		String topic = Slugs.of(name);
		if (topic.isEmpty() && !name.isBlank()) {
			this.losses.part(item.spot, "its topic %s is left out: topics are written in Latin letters and digits"
				.formatted(Losses.quote(name)));
		}
		return topic.isEmpty() ? null : topic;
	}

	private @Nullable String oneOf(Draft item, @Nullable String word, List<String> words) {
		if (word == null || word.isBlank()) {
			return null;
		}
		if (!words.contains(word)) {
			this.losses.part(item.spot, "%s is left out: a pack knows %s".formatted(Losses.quote(word), words));
			return null;
		}
		return word;
	}

	private List<String> enemies(Pack.Item item) {
		Draft from = Objects.requireNonNull(this.drafts.get(item.id()));
		List<String> enemies = new ArrayList<>();
		for (String name : from.enemies) {
			String enemy = this.ids.get(name);
			Draft other = (enemy != null) ? this.drafts.get(enemy) : null;
			boolean together = other != null && other.study != null && other.study.equals(from.study);
			if (enemy == null || enemy.equals(item.id()) || together || enemies.size() == 50) {
				this.losses.part(from.spot,
						"its enemy %s is left out: no item of that name can be one".formatted(Losses.quote(name)));
			}
			else if (!enemies.contains(enemy)) {
				enemies.add(enemy);
			}
		}
		return enemies.stream().sorted().toList();
	}

	private static Pack.Item withEnemies(Pack.Item item, List<String> enemies) {
		return new Pack.Item(item.id(), item.domain(), item.task(), item.topic(), item.difficulty(), item.level(),
				enemies, item.caseStudy(), item.casePosition(), item.content());
	}

	private Pack pack(List<dev.rehearsal.bank.Blueprint> blueprints) {
		String name = this.draft.file.replaceAll("^.*[/\\\\]", "").replaceAll("\\.[A-Za-z0-9]+$", "");
		String id = Slugs.of(this.draft.id.isEmpty() ? name : this.draft.id);
		id = id.substring(0, Math.min(id.length(), 64)).replaceAll("-+$", "");
		String title = line(this.draft.title.isBlank() ? name : this.draft.title, 200);
		Map<String, ContentDomain> used = new LinkedHashMap<>();
		this.domains.all().forEach((domain) -> used.put(domain.id(), domain));
		return new Pack(new PackDefinition(id.isEmpty() ? "imported" : id, (title != null) ? title : "Imported",
				Objects.requireNonNullElse(line(this.draft.version, 50), "1"), line(this.draft.licence, 200),
				line(this.draft.description, 2000), block(this.draft.provenance, 4000), List.copyOf(used.values()),
				blueprints, this.draft.targets), this.items);
	}

	static @Nullable String line(@Nullable String text, int longest) {
		String clean = block((text != null) ? text.replaceAll("\\s+", " ") : null, longest);
		return (clean != null) ? clean.strip() : null;
	}

	private static @Nullable String block(@Nullable String text, int longest) {
		String clean = (text != null) ? ItemCheck.tidy(text) : "";
		clean = clean.substring(0, Math.min(clean.length(), longest));
		clean = (!clean.isEmpty() && Character.isHighSurrogate(clean.charAt(clean.length() - 1)))
				? clean.substring(0, clean.length() - 1) : clean;
		return clean.isBlank() ? null : clean.strip();
	}

}
