package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostileFilesTests {

	private static final String QUIZ = "<quiz><question type=\"multichoice\"><name><text>Q</text></name>"
			+ "<questiontext format=\"html\"><text>%s</text></questiontext>"
			+ "<answer fraction=\"100\" format=\"html\"><text>%s</text></answer>"
			+ "<answer fraction=\"0\"><text>no</text></answer></question></quiz>";

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
			"<!DOCTYPE quiz SYSTEM \"http://127.0.0.1:1/evil.dtd\">",
			"<!DOCTYPE quiz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;\">]>",
			"<!DOCTYPE quiz [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]>", "<!DOCTYPE quiz>" })
	void documentTypesAreRefusedBeforeAnythingIsFetched(String doctype) {
		Reading.Refused refused = Given.refused("quiz.xml",
				("<?xml version=\"1.0\"?>" + doctype + QUIZ.formatted("&x;", "yes")).getBytes(StandardCharsets.UTF_8));
		assertThat(refused.reason()).isEqualTo(Refusal.DOCTYPE);
		assertThat(refused.sentence()).contains("delete the <!DOCTYPE");
	}

	@Test
	void aDocumentTypeInOneFileOfAPackageRefusesThePackage() {
		Map<String, byte[]> files = Map.of("imsmanifest.xml", "<manifest/>".getBytes(StandardCharsets.UTF_8), "a.xml",
				"<!DOCTYPE a [<!ENTITY x \"y\">]><assessmentItem/>".getBytes(StandardCharsets.UTF_8));
		assertThat(Given.refused("p.zip", PackArchive.write(new TreeMap<>(files))).reason()).isEqualTo(Refusal.DOCTYPE);
	}

	@Test
	void depthIsBounded() {
		String deep = "<quiz>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</quiz>";
		assertThat(Given.refused("a.xml", deep.getBytes(StandardCharsets.UTF_8)).reason()).isEqualTo(Refusal.TOO_LARGE);
		String html = "<![CDATA[" + "<div><b>".repeat(20_000) + "deep]]>";
		assertThat(Exchange.read("b.xml", QUIZ.formatted(html, "yes").getBytes(StandardCharsets.UTF_8))).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
			"<svg onload=alert(1)><script>alert(1)</script></svg>", "<a href=\"javascript:alert(1)\">go</a>",
			"<iframe src=\"https://evil.example\"></iframe>", "<p onclick=\"alert(1)\">text</p>",
			"<style>@import 'https://evil.example'</style>", "<object data=\"data:text/html,alert(1)\"></object>",
			"<math><mtext></p><script>alert(1)</script></mtext></math>",
			"<form action=\"https://evil.example\"><input></form>", "<a href=\"JaVaScRiPt&#58;alert(1)\">go</a>",
			"<body onload=alert(1)>", "<details ontoggle=alert(1) open>x</details>" })
	void activeContentNeverSurvives(String html) {
		for (String file : List.of(QUIZ.formatted("<![CDATA[Which? " + html + "]]>", "<![CDATA[yes " + html + "]]>"),
				"Which? " + html.replaceAll("([=#{}:~])", "\\\\$1") + "{=yes ~no}",
				"::t::[markdown]Which? " + html.replaceAll("([=#{}:~])", "\\\\$1") + "{=yes ~no}",
				"type,stem,key,option_1,option_2\nmultiple-choice,\"Which? " + html.replace("\"", "\"\"")
						+ "\",1,yes,no")) {
			Reading.Converted reading = Given.converted("hostile", file);
			String text = texts(reading);
			assertThat(text).doesNotContain("<script", "onerror", "onload", "onclick", "ontoggle", "<svg", "<iframe",
					"<object", "<form", "<style", "](javascript", "](<javascript", "evil.example");
			assertThat(reading.losses()).isNotEmpty();
		}
	}

	@Test
	void formulasAreNeutralisedAndComeBack() {
		String csv = "id,type,stem,key,option_1,option_2,option_3,option_4\nx,multiple-choice,\"'=1+1\",1,'+a,'-b,'@c,plain";
		Pack pack = Given.converted("a.csv", csv).pack();
		assertThat(pack.items().getFirst().content().stem()).isEqualTo("=1+1");
		assertThat(Given.options(pack.items().getFirst())).containsExactly("+a", "-b", "@c", "plain");
		String out = new String(Exchange.write(pack, Format.CSV).bytes(), StandardCharsets.UTF_8);
		assertThat(out).contains(",'=1+1,", ",'+a,", ",'-b,", ",'@c,", ",plain,");
		assertThat(out.split("[,\\r\\n]")).noneMatch((cell) -> cell.matches("[=+@-].*"));
		assertThat(((Reading.Converted) Exchange.read("a.csv", out.getBytes(StandardCharsets.UTF_8))).pack().items())
			.isEqualTo(pack.items());
	}

	@Test
	void otherEncodingsAreNamed() {
		String gift = "Größe? {=ä ~ö}";
		for (byte[] bytes : List.of(("\uFEFF" + gift).getBytes(StandardCharsets.UTF_16LE),
				("\uFEFF" + gift).getBytes(StandardCharsets.UTF_16BE), gift.getBytes(StandardCharsets.ISO_8859_1),
				"<?xml version=\"1.0\"?><quiz/>".getBytes(StandardCharsets.UTF_16))) {
			Reading.Refused refused = Given.refused("a", bytes);
			assertThat(refused.reason()).isEqualTo(Refusal.ENCODING);
			assertThat(refused.sentence()).contains("save it as UTF-8");
		}
		assertThat(Given.converted("a.gift", "\uFEFF" + gift).pack().items()).hasSize(1);
		byte[] latin = ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + QUIZ.formatted("Größe?", "ä"))
			.getBytes(StandardCharsets.ISO_8859_1);
		assertThat(((Reading.Converted) Exchange.read("a.xml", latin)).pack().items().getFirst().content().stem())
			.isEqualTo("Größe?");
	}

	@Test
	void garbageIsNoFormat() {
		byte[] garbage = new byte[10_000];
		new Random(1).nextBytes(garbage);
		assertThat(Given.refused("a.bin", garbage).reason()).isIn(Refusal.ENCODING, Refusal.UNKNOWN_FORMAT);
		assertThat(Given.refused("a.txt", "Hello.".getBytes(StandardCharsets.UTF_8)).reason())
			.isEqualTo(Refusal.UNKNOWN_FORMAT);
		assertThat(Given.refused("a.txt", new byte[0]).reason()).isEqualTo(Refusal.UNKNOWN_FORMAT);
		assertThat(Given.refused("a.xml", "<quiz><question>".getBytes(StandardCharsets.UTF_8)).reason())
			.isEqualTo(Refusal.SYNTAX);
		assertThat(Given.refused("a.zip", new byte[] { 'P', 'K', 3, 4, 0, 0 }).reason()).isEqualTo(Refusal.ARCHIVE);
		assertThat(Given.refused("a.xml", "<quiz></quiz>".getBytes(StandardCharsets.UTF_8)).reason())
			.isEqualTo(Refusal.NO_ITEMS);
	}

	@Test
	void whatIsWrittenOnlyIsNotRead() {
		assertThat(Exchange.read("a.txt", new byte[0], Format.ANKI)).isInstanceOfSatisfying(Reading.Refused.class,
				(it) -> assertThat(it.reason()).isEqualTo(Refusal.NOT_READABLE));
	}

	private static String texts(Reading.Converted reading) {
		StringBuilder texts = new StringBuilder();
		reading.files()
			.values()
			.forEach((bytes) -> texts.append(new String(bytes, StandardCharsets.UTF_8)).append('\n'));
		return texts.toString().toLowerCase(Locale.ROOT);
	}

	/**
	 * Each of these took minutes where a pattern looked from every beginning to the end
	 * of the text.
	 */
	@Test
	void beginningsWithoutAnEndTakeNoTime() {
		for (String text : new String[] { "<pre ".repeat(200_000), "<![CDATA[".repeat(200_000),
				"\n".repeat(500_000) + "x", " ".repeat(500_000) + "x" }) {
			Reading reading = Exchange.read("quiz.xml",
					("<quiz><question type=\"multichoice\"><questiontext><text>" + XmlElement.escape(text)
							+ "</text></questiontext></question></quiz>")
						.getBytes(StandardCharsets.UTF_8));
			assertThat(reading).isInstanceOf(Reading.Refused.class);
		}
		String names = "::name without answers\n".repeat(100_000);
		assertThat(Exchange.read("a.gift", names.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Reading.Refused.class);
	}

}
