package dev.rehearsal.exchange;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rehearsal.bank.ImageKind;
import org.jspecify.annotations.Nullable;

/**
 * The images that texts of a file show, taken over as they are asked for. What is not in
 * the file is not fetched.
 */
final class Gallery {

	private static final Pattern DATA = Pattern.compile("data:image/[a-z+.-]{1,20};base64,");

	private static final String FOLDER = "images/";

	private final Map<String, byte[]> taken;

	private final Function<String, byte @Nullable []> files;

	private final Map<String, String> paths = new HashMap<>();

	/**
	 * A gallery.
	 * @param taken gets the images by their paths in the pack
	 * @param files what the file holds at an address
	 */
	Gallery(Map<String, byte[]> taken, Function<String, byte @Nullable []> files) {
		this.taken = taken;
		this.files = files;
	}

	/** For files that hold texts alone, which may have images in their addresses. */
	static Gallery ofTexts(Map<String, byte[]> taken) {
		return new Gallery(taken, (address) -> null);
	}

	/** The path in the pack, or nothing if the image can't be taken over. */
	Optional<String> take(String address) {
		String known = this.paths.get(address);
		if (known == null) {
			byte[] bytes = bytes(address);
			Optional<ImageKind> kind = (bytes != null) ? ImageKind.of(bytes) : Optional.empty();
			if (bytes == null || kind.isEmpty()) {
				return Optional.empty();
			}
			known = FOLDER + (this.taken.size() + 1) + "." + kind.get().ending();
			this.taken.put(known, bytes);
			this.paths.put(address, known);
		}
		return Optional.of(known);
	}

	/** Why an image was not taken over. */
	String obstacle(String address) {
		return (bytes(address) == null) ? "because it is not in the file and nothing is fetched"
				: "because it is no PNG, JPEG, GIF or WebP image of at most %d MiB and %,d pixels on a side"
					.formatted(ImageKind.LARGEST >> 20, ImageKind.WIDEST);
	}

	boolean holds(String path) {
		return this.taken.containsKey(path);
	}

	private byte @Nullable [] bytes(String address) {
		Matcher data = DATA.matcher(address);
		return data.lookingAt() ? decoded(address.substring(data.end())) : this.files.apply(address);
	}

	/** Bytes that stand in a text. */
	static byte @Nullable [] decoded(String base64) {
		try {
			return Base64.getMimeDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
