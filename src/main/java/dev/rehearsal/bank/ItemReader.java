package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Reads items and case studies and checks all that can be said of one without the others.
 */
final class ItemReader {

	private static final String CASE_STUDY = "case-study";

	private final PackSchema schema;

	private final @Nullable Outline outline;

	private final ItemIds ids;

	private final Problems problems;

	private final Consumer<Pack.Item> sound;

	ItemReader(PackSchema schema, @Nullable Outline outline, ItemIds ids, Problems problems,
			Consumer<Pack.Item> sound) {
		this.schema = schema;
		this.outline = outline;
		this.ids = ids;
		this.problems = problems;
		this.sound = sound;
	}

	/** Reads an entry of a list of items. */
	void read(YamlNode node) {
		read(node, null, 0);
	}

	private void read(YamlNode node, Pack.@Nullable CaseStudy caseStudy, int position) {
		if (!(node instanceof YamlNode.Mapping block)) {
			this.problems.add(node.place(), Problem.Code.WRONG_TYPE,
					"an item is a block of keys: write its id, its type and so on here");
			return;
		}
		String type = type(block, caseStudy != null);
		if (CASE_STUDY.equals(type)) {
			readCaseStudy(block);
			return;
		}
		this.ids.declare(block, true, (caseStudy != null) ? caseStudy.id() : null);
		if (type == null) {
			return;
		}
		int before = this.problems.findings();
		Set<String> faulty = this.schema.check(type, block, this.problems);
		if (this.outline != null && !faulty.contains("domain") && !faulty.contains("task")) {
			this.outline.check(block, this.problems);
		}
		new ItemRules(block, ItemType.of(type), faulty, this.problems).check();
		if (this.problems.findings() == before) {
			this.sound.accept(item(block, ItemType.of(type), caseStudy, position));
		}
	}

	private void readCaseStudy(YamlNode.Mapping block) {
		this.schema.check(CASE_STUDY, block, this.problems);
		this.ids.declare(block, false, null);
		Pack.CaseStudy caseStudy = new Pack.CaseStudy(String.valueOf(block.text("id")),
				String.valueOf(block.text("title")), String.valueOf(block.text("scenario")));
		int position = 0;
		for (YamlNode item : block.list("items")) {
			read(item, caseStudy, position++);
		}
	}

	private @Nullable String type(YamlNode.Mapping block, boolean inCaseStudy) {
		List<String> types = new ArrayList<>(Arrays.stream(ItemType.values()).map(ItemType::code).toList());
		YamlNode.Scalar scalar = block.scalar("type");
		String type = (scalar != null) ? scalar.text() : "";
		if (types.contains(type)) {
			return type;
		}
		if (type.equals(CASE_STUDY) && inCaseStudy) {
			this.problems.add(block.placeIn("type"), Problem.Code.CASE_STUDY,
					"a case study cannot stand in a case study: move it out, or give this item another type");
			return null;
		}
		if (!inCaseStudy) {
			types.add(CASE_STUDY);
		}
		if (type.equals(CASE_STUDY)) {
			return type;
		}
		boolean missing = block.get("type") == null;
		this.problems.add(block.placeIn("type"), missing ? Problem.Code.MISSING_KEY : Problem.Code.NOT_ONE_OF,
				(missing ? "the key `type` is missing."
						: "`type` cannot be " + Words.quote(type) + Words.meant(type, types)) + " Write one of: "
						+ Words.list(types));
		return null;
	}

	private static Pack.Item item(YamlNode.Mapping block, ItemType type, Pack.@Nullable CaseStudy caseStudy,
			int position) {
		List<String> enemies = block.scalars("enemies").stream().map((enemy) -> enemy.text().strip()).sorted().toList();
		return new Pack.Item(block.required("id"), block.required("domain"), block.text("task"), block.text("topic"),
				block.text("difficulty"), block.text("level"), enemies, caseStudy, position,
				ItemContents.of(block, type));
	}

}
