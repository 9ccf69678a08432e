package dev.rehearsal.bank;

import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The images that items show. */
@Component
public class Images {

	private final JdbcClient jdbc;

	Images(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps images.
	 * @param images by name, as {@link Pack#images()} has them
	 */
	public void keep(Map<String, byte[]> images) {
		images.forEach((name, content) -> this.jdbc
			.sql("insert into image (name, content) values (?, ?) on conflict do nothing")
			.params(name, content)
			.update());
	}

	/**
	 * Keeps an image that is not on any item yet.
	 * @param content any bytes
	 * @return its name; empty if items can't show it
	 */
	public Optional<String> keep(byte[] content) {
		return ImageKind.of(content).map((kind) -> {
			String name = ContentHash.ofBytes(content) + "." + kind.ending();
			keep(Map.of(name, content));
			return name;
		});
	}

	/**
	 * An image.
	 * @param name SHA-256 and kind, for example {@code 0a….png}
	 * @return empty if there is none of that name
	 */
	public Optional<byte[]> find(String name) {
		return this.jdbc.sql("select content from image where name = ?")
			.param(name)
			.query((row, number) -> row.getBytes("content"))
			.optional();
	}

}
