package dev.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes over the wire: how much of it, how long it may be kept, and under which
 * rules.
 */
@DatabaseTest
class DeliveryIT {

	@LocalServerPort
	private int port;

	@Test
	void aFullExamIsOneDocumentBelow60KilobytesCompressed() throws IOException {
		Sitting sitting = Sitting.start(this.port, "mla-c01/mock-exam");
		assertThat(sitting.browser().page().select("section.item")).hasSize(65);
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
			gzip.write(sitting.browser().response().body().getBytes(StandardCharsets.UTF_8));
		}
		assertThat(compressed.size()).isBetween(5_000, 60_000);
	}

	@Test
	void pagesAreCompressedAndNeverKept() throws Exception {
		HttpResponse<String> home = get("/");
		assertThat(home.headers().firstValue("Content-Encoding")).contains("gzip");
		assertThat(home.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
	}

	@Test
	void onlyWhoTakesGzipGetsIt() throws Exception {
		for (String accepted : List.of("gzip", "br;q=1.0, gzip;q=0.8", "GZIP")) {
			HttpResponse<byte[]> page = bytes("/", accepted);
			assertThat(page.headers().firstValue("Content-Encoding")).as(accepted).contains("gzip");
			try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(page.body()))) {
				assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8)).contains("</html>");
			}
		}
		for (String accepted : List.of("identity", "br", "gzip;q=0", "br, gzip; q=0.0", "x-gzipped", ";", ",")) {
			HttpResponse<byte[]> page = bytes("/", accepted);
			assertThat(page.statusCode()).as(accepted).isEqualTo(200);
			assertThat(page.headers().firstValue("Content-Encoding")).as(accepted).isEmpty();
			assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("</html>");
		}
	}

	@Test
	void theBytesOfAPageDependOnWhatIsAccepted() throws Exception {
		for (String path : List.of("/", "/nothing-is-here")) {
			assertThat(bytes(path, "br").headers().allValues("Vary")).as(path).contains("Accept-Encoding");
			assertThat(bytes(path, "gzip").headers().allValues("Vary")).as(path).contains("Accept-Encoding");
		}
	}

	@Test
	void aPageLeavesInOnePiece() {
		HttpResponse<String> document = Sitting.start(this.port, "mla-c01/mock-exam").browser().response();
		assertThat(document.headers().firstValueAsLong("Content-Length"))
			.hasValue(document.body().getBytes(StandardCharsets.UTF_8).length);
	}

	@Test
	void stylesAndScriptsAreKeptForAYearUnderTheirFingerprint() {
		PlainBrowser browser = new PlainBrowser("http://localhost:" + this.port);
		for (String page : List.of("/", "/nothing-is-here")) {
			String style = browser.open(page).page().select("link[rel=stylesheet]").attr("href");
			assertThat(style).as(page).matches("/assets/[0-9a-f]{12}/css/rehearsal.css");
			HttpResponse<String> asset = browser.get(style);
			assertThat(asset.statusCode()).isEqualTo(200);
			assertThat(asset.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000",
					"immutable");
		}
	}

	@Test
	void everyPageComesWithItsSecurityRules() throws Exception {
		for (String path : List.of("/", "/history", "/device", "/nothing-is-here", "/exams/mla-c01/quick")) {
			HttpResponse<String> page = get(path);
			assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).as(path)
				.contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
				.doesNotContain("unsafe");
			assertThat(page.headers().firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
			assertThat(page.headers().firstValue("Referrer-Policy")).as(path).contains("same-origin");
		}
	}

	@Test
	void cookiesAreOutOfReachOfScriptsAndSecureBehindTls() throws Exception {
		HttpResponse<String> plain = get("/");
		HttpResponse<String> tls = get("/", "X-Forwarded-Proto", "https");
		assertThat(plain.headers().allValues("Set-Cookie")).hasSize(2)
			.allMatch((cookie) -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
		assertThat(tls.headers().allValues("Set-Cookie")).hasSize(2).allMatch((cookie) -> cookie.contains("Secure"));
	}

	@Test
	void errorsAreForPeople() throws Exception {
		for (String path : List.of("/nothing-is-here", "/attempts/nonsense", "/exams/mla-c01/none",
				"/attempts/00000000-0000-0000-0000-000000000000")) {
			HttpResponse<String> page = get(path, "Accept", "text/html", "Accept-Encoding", "identity");
			assertThat(page.statusCode()).as(path).isIn(400, 404);
			assertThat(page.body()).as(path).contains("<h1").doesNotContain("Exception", "at dev.", "??");
		}
	}

	private HttpResponse<byte[]> bytes(String path, String accepted) throws IOException, InterruptedException {
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.header("Accept", "text/html")
				.header("Accept-Encoding", accepted)
				.build(), BodyHandlers.ofByteArray());
		}
	}

	private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Accept-Encoding", "gzip");
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(request.build(), BodyHandlers.ofString());
		}
	}

}
