package dev.rehearsal.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.jspecify.annotations.Nullable;

/** The kinds of images that items may show, told by content and never by name. */
public enum ImageKind {

	/** Portable Network Graphics. */
	PNG("image/png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),

	/** JPEG. */
	JPG("image/jpeg", 0xFF, 0xD8, 0xFF),

	/** GIF. */
	GIF("image/gif", 'G', 'I', 'F', '8'),

	/** WebP. */
	WEBP("image/webp", 'R', 'I', 'F', 'F');

	/** Bytes of an image. */
	public static final int LARGEST = 2 << 20;

	/** Pixels on each side: a phone has to decode it. */
	public static final int WIDEST = 4_000;

	private final String mediaType;

	private final int[] signature;

	ImageKind(String mediaType, int... signature) {
		this.mediaType = mediaType;
		this.signature = signature;
	}

	/**
	 * How browsers call it.
	 * @return for example {@code image/png}
	 */
	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * How its file names end.
	 * @return without a dot
	 */
	public String ending() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The kind of an image that is sound, as far as its head tells, and not too large.
	 * @param bytes any
	 * @return empty if it is none that an item may show
	 */
	public static Optional<ImageKind> of(byte[] bytes) {
		return Arrays.stream(values())
			.filter((kind) -> bytes.length <= LARGEST && kind.begins(bytes) && kind.fits(bytes))
			.findFirst();
	}

	private boolean begins(byte[] bytes) {
		for (int i = 0; i < this.signature.length; i++) {
			if (bytes.length <= i || (bytes[i] & 0xFF) != this.signature[i]) {
				return false;
			}
		}
		return true;
	}

	private boolean fits(byte[] bytes) {
		int @Nullable [] size = (this == WEBP) ? webp(bytes) : read(bytes);
		return size != null && size[0] > 0 && size[1] > 0 && size[0] <= WIDEST && size[1] <= WIDEST;
	}

	/** Asks the head alone: nothing is decoded. */
	private int @Nullable [] read(byte[] bytes) {
		Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(ending());
		if (!readers.hasNext()) {
			return null;
		}
		ImageReader reader = readers.next();
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
			reader.setInput(in);
			return new int[] { reader.getWidth(0), reader.getHeight(0) };
		}
		// The readers throw many kinds of exceptions at damaged images.
		catch (IOException | RuntimeException ex) {
			return null;
		}
		finally {
			reader.dispose();
		}
	}

	/** Java reads no WebP, whose head is simple. */
	private static int @Nullable [] webp(byte[] bytes) {
		if (bytes.length < 30 || bytes[8] != 'W' || bytes[9] != 'E' || bytes[10] != 'B' || bytes[11] != 'P') {
			return null;
		}
		return switch (new String(bytes, 12, 4, StandardCharsets.US_ASCII)) {
			case "VP8X" -> new int[] { number(bytes, 24, 3) + 1, number(bytes, 27, 3) + 1 };
			case "VP8L" -> new int[] { (number(bytes, 21, 4) & 0x3FFF) + 1, (number(bytes, 21, 4) >> 14 & 0x3FFF) + 1 };
			case "VP8 " -> new int[] { number(bytes, 26, 2) & 0x3FFF, number(bytes, 28, 2) & 0x3FFF };
			default -> null;
		};
	}

	private static int number(byte[] bytes, int at, int length) {
		int number = 0;
		for (int i = length - 1; i >= 0; i--) {
			number = number << 8 | (bytes[at + i] & 0xFF);
		}
		return number;
	}

}
