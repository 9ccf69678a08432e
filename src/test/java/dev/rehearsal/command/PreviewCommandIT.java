package dev.rehearsal.command;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import dev.rehearsal.PlainBrowser;
import dev.rehearsal.command.Commands.Ran;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The preview of a pack that is being written, without a database. */
class PreviewCommandIT {

	@TempDir
	private Path folder;

	private Path pack;

	private ConfigurableApplicationContext preview;

	private PlainBrowser browser;

	@BeforeEach
	void aPreview() {
		this.pack = Commands.soundPack(this.folder.resolve("pack"));
		this.preview = PreviewApplication.start(this.pack, 0, true);
		this.browser = new PlainBrowser("http://localhost:" + port());
	}

	@AfterEach
	void end() {
		this.preview.close();
	}

	private int port() {
		return Integer.parseInt(this.preview.getEnvironment().getRequiredProperty("local.server.port"));
	}

	private Document page() {
		return this.browser.open("/").page();
	}

	private String version() {
		return this.browser.get("/version").body();
	}

	@Test
	void everyItemIsShownAsACandidateSeesItAndAsTheReviewShowsIt() {
		Document page = page();
		assertThat(page.select("h1").first().text()).isEqualTo("A sample pack");
		assertThat(page.text()).contains("6 items and no problems.");
		assertThat(page.select("article.previewed")).hasSize(6);
		assertThat(page.select("article.previewed section.item")).hasSize(6).allSatisfy((candidate) -> {
			assertThat(candidate.select("form .stem").text()).isNotBlank();
			assertThat(candidate.select("[name=answer]")).isNotEmpty();
			assertThat(candidate.select(".rationale, .tag, .key")).isEmpty();
		});
		assertThat(page.select("article.previewed section.reviewed .tag.key")).hasSizeGreaterThanOrEqualTo(6);
		assertThat(page.select("#preview-colour-of-the-sky .rationale").text()).contains("Grass is green.");
		assertThat(page.select("#preview-colour-of-the-sky .option")).isNotEmpty();
		assertThat(page.select("item-ordering select, .pair select")).isNotEmpty();
		assertThat(page.select("details.scenario")).isNotEmpty();
	}

	@Test
	void anEditIsNoticedAndShown() throws IOException {
		page();
		String before = version();
		assertThat(version()).isEqualTo(before);
		Commands.replace(this.pack.resolve("items.yaml"), "Grass is green.", "Grass is not blue.");
		assertThat(version()).isNotEqualTo(before);
		assertThat(page().text()).contains("Grass is not blue.").doesNotContain("Grass is green.");
		Files.delete(this.pack.resolve("case-studies/farm.yml"));
		assertThat(page().select("article.previewed")).hasSizeLessThan(6);
	}

	@Test
	void theSecondPageOfWhatIsWatchedAsksForTheVersionThatItShows() {
		Document page = page();
		assertThat(page.body().attr("data-version")).isEqualTo(version());
		assertThat(page.body().attr("data-watch")).isEqualTo("/version");
		assertThat(page.select("script[type=module]").eachAttr("src")).anyMatch((src) -> src.endsWith("/js/preview.js"))
			.allMatch((src) -> src.matches("/assets/[0-9a-f]+/js/[a-z]+.js"))
			.allMatch((src) -> this.browser.get(src).statusCode() == 200);
	}

	@Test
	void imagesAreShown() throws IOException {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", png);
		Files.createDirectory(this.pack.resolve("images"));
		Files.write(this.pack.resolve("images/sky.png"), png.toByteArray());
		Commands.replace(this.pack.resolve("items.yaml"), "stem: Which colour has the sky?",
				"stem: 'Which colour has ![the sky](images/sky.png)?'");
		String address = page().select(".stem img").first().attr("src");
		var image = this.browser.get(address);
		assertThat(image.statusCode()).isEqualTo(200);
		assertThat(image.headers().firstValue("Content-Type")).contains("image/png");
		assertThat(this.browser.get("/images/" + "0".repeat(64) + ".png").statusCode()).isEqualTo(404);
	}

	@Test
	void aBrokenPackIsShownAtItsLinesAboveWhatItWas() {
		page();
		Commands.replace(this.pack.resolve("items.yaml"), "task: \"1.1\"", "task: 1.1");
		Document page = page();
		assertThat(page.select("#problems").text()).isEqualTo("One problem");
		assertThat(page.select(".problem").text()).contains("items.yaml:5:11")
			.contains("`task` must be text: write \"1.1\" in quotes");
		assertThat(page.select(".excerpt li")).hasSize(5);
		assertThat(page.select(".excerpt .here").text()).isEqualTo("5 task: 1.1");
		assertThat(page.select("article.previewed")).hasSize(6);
		Commands.replace(this.pack.resolve("items.yaml"), "task: 1.1", "task: \"1.1\"");
		assertThat(page().select(".problem")).isEmpty();
	}

	@Test
	void nothingIsAnsweredUnderAnotherName() throws IOException {
		assertThat(status("localhost:" + port(), "X-None: 1")).isEqualTo("HTTP/1.1 200 ");
		assertThat(status("packs.example:" + port(), "X-None: 1")).isEqualTo("HTTP/1.1 403 ");
		assertThat(status("packs.example:" + port(), "X-Forwarded-Host: localhost")).isEqualTo("HTTP/1.1 403 ");
		assertThat(this.browser.get("/").headers().firstValue("Content-Security-Policy").orElse(""))
			.contains("default-src 'none'", "script-src 'self'");
	}

	private String status(String host, String header) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port())) {
			OutputStream out = socket.getOutputStream();
			out.write(("GET / HTTP/1.1\r\nHost: " + host + "\r\n" + header + "\r\nConnection: close\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
				.readLine();
		}
	}

	@Test
	void aPortThatIsTakenIsOneSentence() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
			Ran ran = Commands.run("pack", "preview", "--port", taken.getLocalPort(), this.pack);
			assertThat(ran).isEqualTo(new Ran(3, "", "Port " + taken.getLocalPort()
					+ " is in use: end what listens there, or choose another with --port.\n"));
		}
	}

}
