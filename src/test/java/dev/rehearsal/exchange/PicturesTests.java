package dev.rehearsal.exchange;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.imageio.ImageIO;

import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Images of items leave with the pack, or it is said that they don't. */
class PicturesTests {

	private static final Path PACK = Path.of("src/test/resources/pack");

	private Pack pack;

	@BeforeEach
	void aPackWithAnImage() throws IOException {
		SortedMap<String, byte[]> files = new TreeMap<>();
		files.put("pack.yaml", Files.readAllBytes(PACK.resolve("pack.yaml")));
		String items = Files.readString(PACK.resolve("items.yaml"));
		files.put("items.yaml",
				items.replaceFirst("stem: ", "stem: '![A map](images/map.png)' #").getBytes(StandardCharsets.UTF_8));
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", png);
		files.put("images/map.png", png.toByteArray());
		this.pack = ((PackReading.Sound) PackReader.read("pack", files)).pack();
		assertThat(this.pack.images()).hasSize(1);
	}

	@Test
	void aPacksOwnFilesCarryThem() {
		Written written = Exchange.write(this.pack, Format.YAML);
		Reading.Converted again = (Reading.Converted) Exchange.read("pack.zip", written.bytes());
		assertThat(written.losses()).isEmpty();
		assertThat(again.pack().images().keySet()).isEqualTo(this.pack.images().keySet());
		assertThat(again.pack().items()).isEqualTo(this.pack.items());
		assertThat(again.files().keySet()).anyMatch((path) -> path.startsWith("images/"));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "YAML")
	void otherFormatsSayThatTheyAreLeftOut(Format format) {
		Written written = Exchange.write(this.pack, format);
		assertThat(written.losses().stream().map(Loss::toString)).anyMatch(
				(loss) -> loss.contains("the image \"A map\" is left out, and its description stands in its place"));
		assertThat(new String(written.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("/images/");
	}

}
