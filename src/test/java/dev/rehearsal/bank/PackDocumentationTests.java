package dev.rehearsal.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PackDocumentationTests {

	@Test
	void theExamplesOfTheDocumentationAreASoundPackOfEveryType(@TempDir Path folder) throws IOException {
		List<String> examples = Pattern.compile("(?s)```yaml\n(.*?)```")
			.matcher(Files.readString(Path.of("questions/README.md")))
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
		for (int i = 0; i < examples.size(); i++) {
			Files.writeString(folder.resolve((i == 0) ? "pack.yaml" : "items-" + i + ".yaml"), examples.get(i));
		}
		assertThat(PackReader.read(folder)).isInstanceOfSatisfying(PackReading.Sound.class,
				(sound) -> assertThat(sound.pack().items()).extracting((item) -> item.content().type())
					.contains(ItemType.values()));
	}

}
