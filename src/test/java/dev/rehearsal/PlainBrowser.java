package dev.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A browser that knows links, forms and cookies, and no JavaScript. */
public class PlainBrowser {

	private final URI base;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private HttpResponse<String> response;

	private Document page;

	/**
	 * Opens a browser that was never here.
	 * @param base where the application is, for example {@code http://localhost:8080}
	 */
	public PlainBrowser(String base) {
		this.base = URI.create(base);
	}

	public PlainBrowser open(String path) {
		return follow(HttpRequest.newBuilder(this.base.resolve(path)).header("Accept", "text/html").build());
	}

	/** Presses the button with that text or label, on the form that it belongs to. */
	public PlainBrowser press(String button) {
		Element pressed = this.page.select("button")
			.stream()
			.filter((candidate) -> (candidate.text().endsWith(button) || candidate.attr("aria-label").equals(button))
					&& !candidate.hasAttr("disabled")
					&& candidate.parents().stream().noneMatch((parent) -> parent.hasAttr("hidden")))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no button \"" + button + "\" on " + address()));
		FormElement form = (FormElement) (pressed.hasAttr("form") ? this.page.getElementById(pressed.attr("form"))
				: pressed.closest("form"));
		List<KeyVal> data = form.formData();
		if (pressed.hasAttr("name")) {
			data.add(HttpConnection.KeyVal.create(pressed.attr("name"), pressed.attr("value")));
		}
		URI target = this.response.uri().resolve(form.attr("action"));
		String body = encoded(data);
		HttpRequest.Builder request = "post".equalsIgnoreCase(form.attr("method")) ? HttpRequest.newBuilder(target)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)) : HttpRequest.newBuilder(URI.create(target + "?" + body));
		return follow(request.header("Accept", "text/html").build());
	}

	/** Sends what a script would send, and stays on the page. */
	public HttpResponse<String> post(String path, String body) {
		return send(HttpRequest.newBuilder(this.base.resolve(path))
			.header("Accept", "application/json")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("X-XSRF-TOKEN", csrf())
			.POST(BodyPublishers.ofString(body))
			.build());
	}

	public HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(this.base.resolve(path)).build());
	}

	/** Sends a request as it is, and does not follow where the answer leads. */
	public HttpResponse<String> request(String method, String path, String accept, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path)).header("Accept", accept);
		return send("GET".equals(method) ? request.build()
				: request.header("Content-Type", "application/x-www-form-urlencoded")
					.header("X-XSRF-TOKEN", csrf())
					.POST(BodyPublishers.ofString(body))
					.build());
	}

	/** Types into the field of that name. */
	public PlainBrowser type(String field, String text) {
		Element input = this.page.select("main input[name=" + field + "]").first();
		if (input == null) {
			throw new AssertionError("no field \"" + field + "\" on " + address());
		}
		input.attr("value", text);
		return this;
	}

	public PlainBrowser choose(String value) {
		Element control = this.page.select("input[name=answer][value=\"" + value + "\"]").first();
		control.attr("checked", "checked");
		return this;
	}

	public PlainBrowser select(int index, String value) {
		Element select = this.page.select("select[name=answer]").get(index);
		select.select("option").forEach((option) -> option.removeAttr("selected"));
		select.select("option[value=\"" + value + "\"]").attr("selected", "selected");
		return this;
	}

	public Document page() {
		return this.page;
	}

	public int status() {
		return this.response.statusCode();
	}

	public HttpResponse<String> response() {
		return this.response;
	}

	public String address() {
		return this.response.uri().getPath();
	}

	public CookieManager cookies() {
		return this.cookies;
	}

	private String csrf() {
		Element body = this.page.body();
		return body.hasAttr("data-csrf") ? body.attr("data-csrf") : this.page.select("input[name=_csrf]").attr("value");
	}

	private PlainBrowser follow(HttpRequest request) {
		this.response = send(request);
		while (this.response.statusCode() == 302 || this.response.statusCode() == 303) {
			URI target = this.response.uri().resolve(this.response.headers().firstValue("Location").orElseThrow());
			this.response = send(HttpRequest.newBuilder(target).header("Accept", "text/html").build());
		}
		this.page = Jsoup.parse(this.response.body(), this.response.uri().toString());
		return this;
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(List<KeyVal> data) {
		return data.stream()
			.map((pair) -> URLEncoder.encode(pair.key(), StandardCharsets.UTF_8) + "="
					+ URLEncoder.encode(pair.value(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
