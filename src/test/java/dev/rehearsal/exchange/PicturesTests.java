package dev.rehearsal.exchange;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.imageio.ImageIO;

import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackArchive;
import dev.rehearsal.bank.PackReader;
import dev.rehearsal.bank.PackReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Images of items come and leave with the pack, or it is said that they don't. */
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
	@EnumSource(names = { "MOODLE_XML", "QTI_2_2", "QTI_3_0" })
	void formatsThatHoldImagesCarryThem(Format format) {
		Written written = Exchange.write(this.pack, format);
		Reading.Converted again = (Reading.Converted) Exchange.read("pack", written.bytes());
		assertThat(written.losses()).noneMatch((loss) -> loss.toString().contains("image"));
		assertThat(again.losses()).noneMatch((loss) -> loss.toString().contains("picture"));
		assertThat(again.pack().images().keySet()).isEqualTo(this.pack.images().keySet());
		assertThat(stems(again.pack())).isEqualTo(stems(this.pack))
			.anyMatch((stem) -> stem.contains("![A map](/images/"));
	}

	@ParameterizedTest
	@EnumSource(names = { "GIFT", "CSV", "ANKI" })
	void otherFormatsSayThatTheyAreLeftOut(Format format) {
		Written written = Exchange.write(this.pack, format);
		assertThat(written.losses().stream().map(Loss::toString)).anyMatch(
				(loss) -> loss.contains("the image \"A map\" is left out, and its description stands in its place"));
		assertThat(new String(written.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("/images/");
	}

	@Test
	void moodleFilesBesideATextAreTakenOver() {
		String png = Base64.getEncoder().encodeToString(this.pack.images().values().iterator().next());
		Reading.Converted reading = Given.converted("quiz.xml",
				"""
						<quiz><question type="multichoice"><name><text>Rivers</text></name>
						  <questiontext format="html"><text><![CDATA[<p>Which is it? <img src="@@PLUGINFILE@@/maps/the%%20north.png" alt="A [long] river"></p>]]></text>
						    <file name="the north.png" path="/maps/" encoding="base64">%1$s</file>
						    <file name="other.pdf" path="/" encoding="base64">AAAA</file></questiontext>
						  <answer fraction="100" format="html"><text><![CDATA[<img src="data:image/png;base64,%1$s">]]></text></answer>
						  <answer fraction="0"><text><![CDATA[The <img src="https://maps.example/b.png" alt="Elbe">]]></text></answer>
						</question></quiz>
						"""
					.formatted(png));
		Pack.Item item = Given.only(reading);
		String name = this.pack.images().keySet().iterator().next();
		assertThat(reading.pack().images().keySet()).containsExactly(name);
		assertThat(item.content().stem()).isEqualTo("Which is it? ![A long river](/images/" + name + ")");
		assertThat(Given.options(item)).contains("![](/images/" + name + ")", "The (Elbe)");
		assertThat(Given.sentences(reading)).hasSize(3)
			.anyMatch((line) -> line.contains("the file \"other.pdf\" is left out"))
			.anyMatch((line) -> line.contains("the picture \"data:…\" has no description"))
			.anyMatch((line) -> line.contains("the picture \"b.png\" is left out, because it is not in the file"));
	}

	@Test
	void qtiShowsPicturesByTwoElements() {
		TreeMap<String, byte[]> files = new TreeMap<>();
		files.put("items/a.xml",
				"""
						<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="A" adaptive="false" timeDependent="false">
						<responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>x</value></correctResponse></responseDeclaration>
						<itemBody><p>Look: <img src="../media/one.png" alt="One"/></p><choiceInteraction responseIdentifier="R" maxChoices="1">
						<simpleChoice identifier="x"><object data="../media/one.png" type="image/png">the first</object></simpleChoice>
						<simpleChoice identifier="y">None</simpleChoice></choiceInteraction></itemBody></assessmentItem>"""
					.getBytes(StandardCharsets.UTF_8));
		files.put("media/one.png", this.pack.images().values().iterator().next());
		files.put("media/unused.mp3", new byte[] { 1 });
		Reading.Converted reading = (Reading.Converted) Exchange.read("package.zip", PackArchive.write(files));
		String name = this.pack.images().keySet().iterator().next();
		Pack.Item item = Given.only(reading);
		assertThat(item.content().stem()).isEqualTo("Look: ![One](/images/" + name + ")");
		assertThat(Given.options(item)).contains("![the first](/images/" + name + ")");
		assertThat(Given.sentences(reading)).singleElement().asString().startsWith("media/unused.mp3");
	}

	private static List<String> stems(Pack pack) {
		return pack.items().stream().map((item) -> item.content().stem()).toList();
	}

}
