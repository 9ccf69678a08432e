package dev.rehearsal.authoring.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import dev.rehearsal.authoring.Draft;
import dev.rehearsal.authoring.DraftFiles;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import dev.rehearsal.bank.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A draft on the page, as it is stored or as its author has just changed it.
 *
 * @param draft the draft
 * @param files all files by path
 * @param file the path of the one that is open
 * @param reading what the reader says of all files
 */
public record Editing(Draft draft, SortedMap<String, byte[]> files, String file, PackReading reading) {

	static Editing of(Draft draft, SortedMap<String, byte[]> files, @Nullable String file) {
		String open = (file != null && files.containsKey(file)) ? file : first(files);
		return new Editing(draft, files, open, PackReader.read("pack", files));
	}

	private static String first(SortedMap<String, byte[]> files) {
		return files.keySet().stream().filter("pack.yaml"::equals).findFirst().orElseGet(files::firstKey);
	}

	/**
	 * What is wrong, by file and line.
	 * @return at most 200
	 */
	public List<Problem> problems() {
		return (this.reading instanceof PackReading.Broken broken) ? broken.problems() : List.of();
	}

	/**
	 * How many further problems there are.
	 * @return 0 or more
	 */
	public int more() {
		return (this.reading instanceof PackReading.Broken broken) ? broken.more() : 0;
	}

	/**
	 * Whether nothing is wrong.
	 * @return true if it could be published
	 */
	public boolean isSound() {
		return this.reading instanceof PackReading.Sound;
	}

	/**
	 * The text of the open file.
	 * @return null if it is too long for a page
	 */
	public @Nullable String text() {
		byte[] bytes = content();
		return (DraftFiles.isText(this.file) && bytes.length <= DraftFiles.LARGEST_TEXT)
				? new String(bytes, StandardCharsets.UTF_8) : null;
	}

	byte[] content() {
		return this.files.getOrDefault(this.file, new byte[0]);
	}

	/**
	 * The files for the list beside the text.
	 * @return by path
	 */
	public List<Entry> entries() {
		List<Entry> entries = new ArrayList<>();
		for (Map.Entry<String, byte[]> file : this.files.entrySet()) {
			long problems = problems().stream().filter((problem) -> problem.file().equals(file.getKey())).count();
			entries.add(new Entry(file.getKey(), file.getValue().length, (int) problems));
		}
		return entries;
	}

	/**
	 * A file in the list.
	 *
	 * @param path its path
	 * @param bytes its size
	 * @param problems how many there are in it
	 */
	public record Entry(String path, int bytes, int problems) {
	}

}
