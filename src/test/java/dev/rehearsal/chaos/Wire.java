package dev.rehearsal.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One browser's connection to the application: its cookies and its CSRF token. */
final class Wire {

	/** Less than the page's own ten seconds: who gives up sooner tries more often. */
	static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(Version.HTTP_1_1)
		.followRedirects(Redirect.NEVER)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final URI base;

	private final Map<String, String> cookies = new ConcurrentHashMap<>();

	private volatile String csrf = "";

	Wire(URI base) {
		this.base = base;
	}

	void csrf(String token) {
		this.csrf = token;
	}

	String csrf() {
		return this.csrf;
	}

	HttpResponse<String> page(String path) throws IOException {
		return send(request(path, PATIENCE).header("Accept", "text/html").build());
	}

	HttpResponse<String> json(String path) throws IOException {
		return send(request(path, PATIENCE).header("Accept", "application/json").build());
	}

	/** As a form does. */
	HttpResponse<String> submit(String path) throws IOException {
		return post(path, "", "text/html", PATIENCE);
	}

	/** As a script does. */
	HttpResponse<String> post(String path, String body, Duration patience) throws IOException {
		return post(path, body, "application/json", patience);
	}

	private HttpResponse<String> post(String path, String body, String accept, Duration patience) throws IOException {
		return send(request(path, patience).header("Accept", accept)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("X-XSRF-TOKEN", this.csrf)
			.POST(BodyPublishers.ofString(body))
			.build());
	}

	private HttpRequest.Builder request(String path, Duration patience) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path)).timeout(patience);
		if (!this.cookies.isEmpty()) {
			request.header("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
		}
		return request;
	}

	private HttpResponse<String> send(HttpRequest request) throws IOException {
		try {
			HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
			for (String cookie : response.headers().allValues("Set-Cookie")) {
				String[] pair = cookie.split(";", 2)[0].split("=", 2);
				this.cookies.put(pair[0], pair[1]);
			}
			return response;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}
