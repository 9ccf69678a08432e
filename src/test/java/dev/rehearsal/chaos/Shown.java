package dev.rehearsal.chaos;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Page;

/**
 * What a page of the exam room shows at one moment.
 *
 * @param saved whether it says that all answers are saved
 * @param answers by position
 */
record Shown(boolean saved, Map<Integer, Given> answers) {

	private static final String LOOK = """
			() => {
			  const state = document.querySelector('saved-state');
			  if (!state?.state) return null;
			  return JSON.stringify({ saved: state.textContent.trim() === state.dataset.saved,
			    items: [...document.querySelectorAll('section.item')].map((section) => ({
			      position: Number(section.dataset.position), type: section.dataset.type,
			      flagged: section.querySelector('[name=flagged]').value === 'true',
			      answer: [...section.querySelectorAll('[name=answer]')].filter((control) => control.tagName === 'SELECT' || control.checked)
			        .map((control) => control.value) })) });
			}""";

	/** Null if the page is not the room, or not alive yet. */
	static Shown on(Page page) {
		Object json = page.evaluate(LOOK);
		if (json == null) {
			return null;
		}
		Map<Integer, Given> answers = new TreeMap<>();
		for (Map<String, Object> item : JsonPath.<List<Map<String, Object>>>read((String) json, "$.items")) {
			List<String> parts = ((List<?>) item.get("answer")).stream().map(String::valueOf).toList();
			answers.put((Integer) item.get("position"),
					new Given(Booklet.stored((String) item.get("type"), parts), (Boolean) item.get("flagged")));
		}
		return new Shown(JsonPath.read((String) json, "$.saved"), answers);
	}

	static Map<Integer, Given> stored(Record record) {
		Map<Integer, Given> stored = new TreeMap<>();
		for (int position = 1; position <= record.items().size(); position++) {
			Save save = record.stored().get(position);
			stored.put(position,
					(save != null) ? new Given(save.answer(), save.flagged()) : new Given(List.of(), false));
		}
		return stored;
	}

	/**
	 * What is given to an item.
	 *
	 * @param answer as it is stored
	 * @param flagged the flag
	 */
	record Given(List<String> answer, boolean flagged) {
	}

}
