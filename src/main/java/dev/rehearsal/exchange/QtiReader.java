package dev.rehearsal.exchange;

import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/**
 * Reads QTI packages and lone files of items: all files of items, in the order of the
 * manifest.
 */
final class QtiReader {

	/** Of sections in sections that have files of their own. */
	private static final int DEEPEST = 10;

	private final SortedMap<String, byte[]> files;

	private final PackDraft draft;

	private final Losses losses;

	private final Map<String, XmlElement> items = new LinkedHashMap<>();

	private final Map<String, XmlElement> tests = new LinkedHashMap<>();

	private final Map<String, XmlElement> sectionFiles = new LinkedHashMap<>();

	private final Map<String, Draft.Study> studies = new HashMap<>();

	/** What the manifest says of a file, by its path. */
	private final Map<String, XmlElement> resources = new LinkedHashMap<>();

	/** Files that are no XML. */
	private final Set<String> others = new LinkedHashSet<>();

	/** Those of them that a text shows. */
	private final Set<String> shown = new HashSet<>();

	private QtiReader(String file, SortedMap<String, byte[]> files, Losses losses) {
		this.files = files;
		this.draft = new PackDraft(file);
		this.losses = losses;
	}

	/**
	 * Reads a package.
	 * @param file how sentences name the whole
	 * @param main the manifest or the only file
	 */
	static PackDraft read(String file, String main, SortedMap<String, byte[]> files, Losses losses) {
		QtiReader reader = new QtiReader(file, files, losses);
		if (main.endsWith("imsmanifest.xml")) {
			reader.manifest(main);
		}
		Map<String, Integer> order = new HashMap<>();
		reader.resources.keySet().forEach((path) -> order.put(path, order.size()));
		files.keySet()
			.stream()
			.filter((path) -> !path.equals(main) || !main.endsWith("imsmanifest.xml"))
			.sorted(Comparator.comparingInt((path) -> order.getOrDefault(path, Integer.MAX_VALUE)))
			.forEach(reader::file);
		reader.items();
		reader.others.removeAll(reader.shown);
		reader.others.forEach((path) -> losses.part(new Spot(path, 0, ""),
				"this file is left out: no text shows it as a picture, and a pack has no place for other files"));
		return reader.draft;
	}

	private void manifest(String path) {
		XmlElement manifest = XmlFile.read(path, this.files.getOrDefault(path, new byte[0]));
		manifest.child("metadata").ifPresent((metadata) -> {
			metadata.child("pack")
				.filter(QtiReader::isOurs)
				.ifPresent((pack) -> QtiMetadata.readPack(pack, this.draft));
			lostMetadata(metadata, new Spot(path, metadata.line(), ""));
		});
		String base = manifest.get("base") + manifest.child("resources").map((it) -> it.get("base")).orElse("");
		for (XmlElement resource : manifest.all("resource")) {
			if (!resource.get("href").isEmpty()) {
				String target = resolve(path, base + resource.get("base") + resource.get("href"));
				this.resources.put(target, resource);
				if (resource.get("type").startsWith("imsqti") && !this.files.containsKey(target)) {
					this.losses.item(new Spot(path, resource.line(), resource.get("href")),
							"this file is named in the manifest and is not in the package");
				}
			}
		}
	}

	private void lostMetadata(XmlElement metadata, Spot spot) {
		boolean foreign = metadata.children()
			.anyMatch((it) -> !isOurs(it) && !it.name().startsWith("schema") && !it.is("qtiMetadata"));
		if (foreign) {
			this.losses.part(spot, "the metadata here is left out: only what the formats of packs know is taken over");
		}
	}

	private static boolean isOurs(XmlElement element) {
		return element.namespace().equals(QtiMetadata.NAMESPACE);
	}

	private void file(String path) {
		String lower = path.toLowerCase(Locale.ROOT);
		if (!lower.endsWith(".xml") && this.files.size() > 1) {
			if (!lower.endsWith(".xsd") && !lower.endsWith(".css") && !lower.contains("__macosx")
					&& !lower.endsWith("ds_store")) {
				this.others.add(path);
			}
			return;
		}
		XmlElement root;
		try {
			root = XmlFile.read(path, this.files.getOrDefault(path, new byte[0]));
		}
		catch (RefusedException ex) {
			// One bad file is no reason to refuse the others, unless it wants to do harm.
			if (this.files.size() == 1 || ex.toReading().reason() == Refusal.DOCTYPE) {
				throw ex;
			}
			this.losses.item(new Spot(path, 0, ""), ex.toReading().sentence());
			return;
		}
		switch (root.name()) {
			case "assessmentItem" -> this.items.put(path, root);
			case "assessmentTest" -> this.tests.put(path, root);
			case "assessmentStimulus" -> stimulus(path, root);
			case "assessmentSection" -> this.sectionFiles.put(path, root);
			default -> {
				if (!root.name().equals("schema") && !root.name().equals("manifest")) {
					this.losses.part(new Spot(path, root.line(), ""),
							"this file is left out: it is no item, test or stimulus");
				}
			}
		}
	}

	private Gallery gallery(String path) {
		return new Gallery(this.draft.images, (address) -> {
			String target = resolve(path, address);
			this.shown.add(target);
			return this.files.get(target);
		});
	}

	private void stimulus(String path, XmlElement root) {
		Spot spot = new Spot(path, root.line(), root.get("title"));
		String html = root.child("stimulusBody").map((body) -> QtiText.html(body, (it) -> false)).orElse("");
		this.studies.put(path,
				new Draft.Study(root.get("identifier"),
						root.get("title").isBlank() ? root.get("identifier") : root.get("title"),
						HtmlText.toMarkdown(html, gallery(path), this.losses, spot)));
	}

	private void items() {
		QtiBlueprints sections = new QtiBlueprints(this.draft, this.losses);
		Set<String> included = new HashSet<>();
		this.tests.forEach((path, test) -> include(path, test, 0, included));
		this.tests
			.forEach((path, test) -> sections.read(test, path, ours(path, "blueprint"), (href) -> resolve(path, href)));
		Map<String, Integer> positions = new HashMap<>();
		Set<String> identifiers = new HashSet<>();
		Map<String, Draft> drafts = new LinkedHashMap<>();
		this.items.forEach((path, root) -> {
			Draft item = new QtiItem(root, path, gallery(path), this.losses).read();
			if (item == null) {
				return;
			}
			String identifier = item.id;
			for (int copy = 2; !identifiers.add(item.id); copy++) {
				item.id = identifier + "-" + copy;
			}
			if (!item.id.equals(identifier)) {
				this.losses.changed(item.spot, "another file has its identifier %s: it is called %s here"
					.formatted(Losses.quote(identifier), Losses.quote(item.id)));
			}
			item.domain = sections.sectionOf(path);
			XmlElement ours = ours(path, "item");
			if (ours != null) {
				QtiMetadata.readItem(ours, item);
			}
			positions.put(path, (ours != null) ? QtiMetadata.number(ours, "position", 0) : 0);
			stimulusOf(root, path, item);
			drafts.put(path, item);
		});
		drafts.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((entry) -> positions.getOrDefault(entry.getKey(), 0)))
			.forEach((entry) -> this.draft.items.add(entry.getValue()));
		sections.blueprints(drafts);
		this.studies.forEach((path, study) -> {
			if (drafts.values().stream().noneMatch((item) -> study.equals(item.study))) {
				this.losses.part(new Spot(path, 0, study.title()),
						"this stimulus is left out: no item that a pack holds belongs to it");
			}
		});
	}

	/**
	 * Puts sections that have files of their own into the tests that name them, each
	 * where it is named first: so they can't contain themselves, nor multiply.
	 * @param depth of files in files
	 * @param included the files that were put somewhere
	 */
	private void include(String path, XmlElement parent, int depth, Set<String> included) {
		parent.children().toList().forEach((child) -> include(path, child, depth, included));
		parent.content().replaceAll((part) -> {
			if (!(part instanceof XmlElement reference) || !reference.is("assessmentSectionRef")) {
				return part;
			}
			String target = resolve(path, reference.get("href"));
			XmlElement section = this.sectionFiles.get(target);
			if (section == null || depth == DEEPEST || !included.add(target)) {
				return part;
			}
			// As seen from the test, whose file may lie elsewhere.
			section.all("assessmentItemRef")
				.forEach((item) -> item.attributes()
					.computeIfPresent("href",
							(name, href) -> href.startsWith("/") ? href : "/" + resolve(target, href)));
			include(target, section, depth + 1, included);
			return section;
		});
	}

	private void stimulusOf(XmlElement root, String path, Draft item) {
		for (XmlElement reference : root.all("assessmentStimulusRef")) {
			Draft.Study study = this.studies.get(resolve(path, reference.get("href")));
			if (study == null || item.study != null) {
				this.losses.part(item.spot,
						(study == null)
								? "its stimulus %s is not in the package".formatted(Losses.quote(reference.get("href")))
								: "it has several stimuli, and a pack holds one: the first is taken");
			}
			else {
				item.study = study;
			}
		}
	}

	/** What the manifest says in our namespace of a file. */
	private @Nullable XmlElement ours(String path, String name) {
		XmlElement resource = this.resources.get(path);
		if (resource == null || resource.child("metadata").isEmpty()) {
			return null;
		}
		XmlElement metadata = resource.child("metadata").orElseThrow();
		lostMetadata(metadata, new Spot(this.draft.file, metadata.line(), path));
		return metadata.child(name).filter(QtiReader::isOurs).orElse(null);
	}

	/**
	 * A path in the package as seen from a file in it. Nothing is fetched, wherever it
	 * leads.
	 */
	static String resolve(String from, String href) {
		String folder = from.substring(0, from.lastIndexOf('/') + 1);
		String address = href.strip().replace('\\', '/');
		try {
			URI base = new URI("pack", "", "/" + folder, null);
			String path = base.resolve(address.replace(" ", "%20")).getPath();
			return (path != null) ? path.replaceFirst("^/+", "") : href;
		}
		catch (IllegalArgumentException | java.net.URISyntaxException ex) {
			return address.contains("..") ? address : folder + address; // a name that no
																		// address may
																		// have
		}
	}

}
