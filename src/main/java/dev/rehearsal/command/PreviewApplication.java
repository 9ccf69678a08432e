package dev.rehearsal.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rehearsal.bank.ImageKind;
import dev.rehearsal.review.PackPreview;
import dev.rehearsal.shared.Markdown;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The part of the application that a preview needs: its pages and its styles, for this
 * machine only, without a database and without accounts.
 */
// Not found by the application itself, which looks for @Configuration.
@PagesOnly
class PreviewApplication {

	private static final String PATH = "rehearsal.preview.path";

	private static final String WATCH = "rehearsal.preview.watch";

	private static final int ITEMS = 50;

	/**
	 * Starts the preview.
	 * @param pack a folder with pack.yaml, or a single YAML file
	 * @param port where; 0 for any that is free
	 * @param watch whether pages look for changes by themselves
	 * @return until it is closed
	 * @throws NotDoneException if the port is taken
	 */
	static ConfigurableApplicationContext start(Path pack, int port, boolean watch) {
		try {
			return new SpringApplicationBuilder(PreviewApplication.class).run("--server.address=127.0.0.1",
					"--server.port=" + port, "--server.shutdown=immediate",
					// No header may give a request another name: see PreviewSecurity.
					"--server.forward-headers-strategy=none", "--logging.level.root=off",
					"--" + PATH + "=" + pack.toAbsolutePath(), "--" + WATCH + "=" + watch);
		}
		catch (RuntimeException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (cause instanceof PortInUseException) {
					throw new NotDoneException(
							"Port " + port + " is in use: end what listens there, or choose another with --port.");
				}
			}
			throw ex;
		}
	}

	@Bean
	WatchedPack watchedPack(Environment environment, Markdown markdown) {
		Path pack = Path.of(environment.getRequiredProperty(PATH));
		Path here = Path.of("").toAbsolutePath();
		return new WatchedPack(pack.startsWith(here) ? here.relativize(pack) : pack, markdown);
	}

	@Bean
	RouterFunction<ServerResponse> routes(WatchedPack pack, Environment environment) {
		boolean watch = environment.getRequiredProperty(WATCH, Boolean.class);
		return RouterFunctions.route()
			.filter(PreviewSecurity::guard)
			.GET("/version",
					(request) -> ServerResponse.ok()
						.headers(PreviewSecurity::headers)
						.body(Integer.toString(pack.now().version())))
			.GET("/images/{name}", (request) -> image(pack.now().images().get(request.pathVariable("name"))))
			.GET("/",
					(request) -> ServerResponse.ok()
						.headers(PreviewSecurity::headers)
						.render("command/preview",
								model(pack.now(), page(request), environment.getRequiredProperty(PATH), watch)))
			.build();
	}

	private static ServerResponse image(byte @Nullable [] content) {
		Optional<ImageKind> kind = (content != null) ? ImageKind.of(content) : Optional.empty();
		if (content == null || kind.isEmpty()) {
			return ServerResponse.notFound().build();
		}
		return ServerResponse.ok()
			.headers(PreviewSecurity::headers)
			.contentType(MediaType.parseMediaType(kind.get().mediaType()))
			.body(content);
	}

	private static int page(ServerRequest request) {
		String page = request.param("page").orElse("1");
		return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
	}

	private static Map<String, Object> model(WatchedPack.State state, int wanted, String path, boolean watch) {
		PackPreview preview = state.preview();
		int total = (preview != null) ? preview.size() : 0;
		int pages = Math.max(1, (total + ITEMS - 1) / ITEMS);
		int page = Math.clamp(wanted, 1, pages);
		Map<String, Object> model = new HashMap<>();
		model.put("path", String.valueOf(Path.of(path).getFileName()));
		model.put("title", state.title());
		model.put("watch", watch);
		model.put("version", state.version());
		model.put("problems", state.problems());
		model.put("more", state.more());
		model.put("total", total);
		model.put("pages", pages);
		model.put("page", page);
		model.put("items", (preview != null) ? preview.items((page - 1) * ITEMS, ITEMS) : List.of());
		return model;
	}

}
