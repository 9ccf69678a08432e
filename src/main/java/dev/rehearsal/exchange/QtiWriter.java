package dev.rehearsal.exchange;

import java.util.SortedMap;
import java.util.TreeMap;

import dev.rehearsal.bank.Blueprint;
import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackArchive;
import org.jspecify.annotations.Nullable;

/** Writes a pack as a QTI content package. */
final class QtiWriter {

	private static final int MOST_FILES = 10_000;

	private final Pack pack;

	private final QtiDialect dialect;

	private final SortedMap<String, byte[]> files = new TreeMap<>();

	private QtiWriter(Pack pack, QtiDialect dialect) {
		this.pack = pack;
		this.dialect = dialect;
	}

	static byte[] write(Pack pack, QtiDialect dialect, Losses losses) {
		return new QtiWriter(pack, dialect).write(losses);
	}

	private byte[] write(Losses losses) {
		for (Pack.Item item : this.pack.items()) {
			String stimulus = (item.caseStudy() != null) ? "../" + stimulus(item.caseStudy()) : null;
			this.files.put(path(item), QtiItemWriter.write(item, stimulus, this.dialect));
			if (item.caseStudy() != null) {
				this.files.computeIfAbsent(stimulus(item.caseStudy()), (path) -> stimulusFile(item.caseStudy()));
			}
		}
		for (Blueprint blueprint : this.pack.definition().blueprints()) {
			this.files.put(path(blueprint), QtiTestWriter.write(this.pack, blueprint, this.dialect));
			if (blueprint.form().isEmpty()) {
				losses.changed(Spot.of(blueprint.id()),
						"QTI draws items from a section one by one: that case studies are drawn whole, enemies kept apart and new items preferred is not said in the test");
			}
		}
		this.pack.images().forEach((name, bytes) -> this.files.put("images/" + name, bytes));
		if (this.files.size() >= MOST_FILES) {
			losses.changed(Spot.of(this.pack.definition().id()),
					"the package has more than %,d files, and some systems read no more".formatted(MOST_FILES));
		}
		this.files.put("imsmanifest.xml", manifest());
		return PackArchive.write(this.files);
	}

	private static String path(Pack.Item item) {
		return "items/" + item.id() + ".xml";
	}

	private static String path(Blueprint blueprint) {
		return "tests/" + blueprint.id() + ".xml";
	}

	private static String stimulus(Pack.CaseStudy study) {
		return "stimuli/" + study.id() + ".xml";
	}

	private byte[] stimulusFile(Pack.@Nullable CaseStudy study) {
		QtiXml out = new QtiXml(this.dialect);
		if (study != null) {
			out.root("assessmentStimulus", () -> out.markup("stimulusBody", MarkdownText.html(study.scenario())),
					"identifier", study.id(), "title", study.title());
		}
		return out.bytes();
	}

	private byte[] manifest() {
		XmlWriter out = new XmlWriter();
		out.block("manifest", () -> {
			out.block("metadata", () -> {
				out.text("schema", this.dialect.schema());
				out.text("schemaversion", this.dialect.schemaVersion());
				QtiMetadata.write(this.pack.definition(), out);
			});
			out.empty("organizations");
			out.block("resources", () -> resources(out));
		}, "xmlns", this.dialect.manifestNamespace(), "xmlns:r", QtiMetadata.NAMESPACE, "identifier",
				"manifest-" + this.pack.definition().id());
		return out.bytes();
	}

	private void resources(XmlWriter out) {
		for (Blueprint blueprint : this.pack.definition().blueprints()) {
			resource(out, "test", "test-" + blueprint.id(), path(blueprint), () -> {
				out.block("metadata", () -> QtiMetadata.write(blueprint, out));
				out.empty("file", "href", path(blueprint));
				this.pack.items()
					.stream()
					.filter((item) -> blueprint.form().isEmpty() || blueprint.form().contains(item.id()))
					.forEach((item) -> out.empty("dependency", "identifierref", "item-" + item.id()));
			});
		}
		for (Pack.Item item : this.pack.items()) {
			resource(out, "item", "item-" + item.id(), path(item), () -> {
				out.block("metadata", () -> QtiMetadata.write(item, out));
				out.empty("file", "href", path(item));
				Pictures.shown(item, this.pack).forEach((name) -> out.empty("file", "href", "images/" + name));
				if (item.caseStudy() != null) {
					out.empty("dependency", "identifierref", "stimulus-" + item.caseStudy().id());
				}
			});
		}
		this.files.keySet().stream().filter((path) -> path.startsWith("stimuli/")).forEach((path) -> {
			String id = path.substring(path.indexOf('/') + 1, path.length() - ".xml".length());
			resource(out, "stimulus", "stimulus-" + id, path, () -> {
				out.empty("file", "href", path);
				this.pack.items()
					.stream()
					.map(Pack.Item::caseStudy)
					.filter((study) -> study != null && study.id().equals(id))
					.findFirst()
					.ifPresent((study) -> Pictures.shown(study.scenario(), this.pack)
						.forEach((name) -> out.empty("file", "href", "images/" + name)));
			});
		});
	}

	private void resource(XmlWriter out, String what, String id, String path, Runnable content) {
		out.block("resource", content, "identifier", id, "type", this.dialect.type(what), "href", path);
	}

}
