package dev.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every template, read as text. */
class TemplatesTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)");

	private static final Pattern TEXT = Pattern.compile(">([^<>]*\\p{L}[^<>]*)<");

	@Test
	void allTextComesFromTheMessageBundle() throws IOException {
		List<String> texts = new ArrayList<>();
		for (Path template : templates()) {
			String markup = Files.readString(template).replaceAll("(?s)<!--.*?-->", "").replace("->", "");
			Matcher text = TEXT.matcher(markup.replaceAll("\"[^\"]*\"", "\"\""));
			while (text.find()) {
				texts.add(template + ": " + text.group(1).strip());
			}
		}
		assertThat(texts).isEmpty();
	}

	@Test
	void everyMessageThatATemplateNamesExists() throws IOException {
		Properties messages = messages();
		List<String> missing = new ArrayList<>();
		for (Path template : templates()) {
			Matcher key = KEY.matcher(Files.readString(template));
			while (key.find()) {
				if (!messages.containsKey(key.group(1))) {
					missing.add(template + ": " + key.group(1));
				}
			}
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void everyMessageIsUsed() throws IOException {
		StringBuilder all = new StringBuilder();
		for (Path template : templates()) {
			all.append(Files.readString(template));
		}
		List<String> unused = messages().stringPropertyNames().stream().filter((key) -> {
			String stem = key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : key;
			String outer = stem.contains(".") ? stem.substring(0, stem.lastIndexOf('.')) : stem;
			return !all.toString().contains("#{" + key) && !all.toString().contains("|" + stem + ".${")
					&& !all.toString().contains("|" + outer + ".${");
		}).toList();
		assertThat(unused).isEmpty();
	}

	@Test
	void noTemplateHoldsScriptsOrStylesOfItsOwn() throws IOException {
		for (Path template : templates()) {
			assertThat(Files.readString(template)).as("%s", template)
				.doesNotContainPattern("<script(?![^>]*src=)")
				.doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
		}
	}

	private static List<Path> templates() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			return files.filter((file) -> file.toString().endsWith(".html")).toList();
		}
	}

	private static Properties messages() throws IOException {
		Properties messages = new Properties();
		try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
			messages.load(reader);
		}
		return messages;
	}

}
