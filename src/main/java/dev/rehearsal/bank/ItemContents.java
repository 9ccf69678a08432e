package dev.rehearsal.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** From the blocks of a sound item to its content. */
final class ItemContents {

	private ItemContents() {
	}

	static ItemContent of(YamlNode.Mapping item, ItemType type) {
		List<YamlNode.Mapping> blocks = switch (type) {
			case MULTIPLE_CHOICE, MULTI_RESPONSE -> item.blocks("options");
			case ORDERING -> {
				List<YamlNode.Mapping> steps = new ArrayList<>(item.blocks("steps"));
				steps.addAll(item.blocks("extras"));
				yield steps;
			}
			case MATCHING -> item.blocks("answers");
		};
		String id = item.required("id");
		List<String> ids = OptionIds.ofOptions(id, names(blocks));
		List<Option> options = IntStream.range(0, ids.size())
			.mapToObj((i) -> new Option(ids.get(i), blocks.get(i).required("text"), blocks.get(i).text("rationale")))
			.toList();
		List<YamlNode.Mapping> lines = item.blocks("prompts");
		List<String> lineIds = OptionIds.ofPrompts(id, names(lines));
		List<Prompt> prompts = IntStream.range(0, lineIds.size())
			.mapToObj((i) -> new Prompt(lineIds.get(i), lines.get(i).required("text"), lines.get(i).text("rationale")))
			.toList();
		List<String> key = switch (type) {
			case MULTIPLE_CHOICE, MULTI_RESPONSE -> IntStream.range(0, ids.size())
				.filter((i) -> blocks.get(i).get("key") instanceof YamlNode.Scalar right && right.toJson().asBoolean())
				.mapToObj(ids::get)
				.toList();
			case ORDERING -> List.copyOf(ids.subList(0, item.blocks("steps").size()));
			case MATCHING -> pairs(blocks, ids, lines, lineIds);
		};
		List<String> references = item.scalars("references").stream().map((line) -> line.text().strip()).toList();
		return new ItemContent(type, item.required("stem"), options, prompts, key, references, item.text("checked"));
	}

	private static List<String> pairs(List<YamlNode.Mapping> answers, List<String> ids, List<YamlNode.Mapping> lines,
			List<String> lineIds) {
		Map<String, String> byName = new HashMap<>();
		for (int i = 0; i < ids.size(); i++) {
			byName.put(answers.get(i).required("id"), ids.get(i));
		}
		return IntStream.range(0, lineIds.size())
			.mapToObj((i) -> lineIds.get(i) + ":" + byName.get(lines.get(i).required("answer")))
			.toList();
	}

	private static List<OptionIds.Name> names(List<YamlNode.Mapping> blocks) {
		return blocks.stream().map((block) -> {
			boolean isId = block.text("id") != null;
			return new OptionIds.Name(block.required(isId ? "id" : "text"), isId);
		}).toList();
	}

}
