package dev.rehearsal.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From bytes to text: UTF-8, or what an XML file says of itself, and nothing guessed. */
final class SourceText {

	static final int LARGEST = 128 << 20;

	private static final Pattern DECLARED = Pattern
		.compile("^<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([\\w.-]{1,30})[\"']");

	private static final List<String> OTHERS = List.of("iso-8859-1", "iso-8859-15", "windows-1252", "us-ascii");

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private SourceText() {
	}

	/**
	 * Decodes a file.
	 * @throws RefusedException if it is too large or in another encoding
	 */
	static String decode(String file, byte[] bytes) {
		if (bytes.length > LARGEST) {
			throw new RefusedException(Refusal.TOO_LARGE,
					"%s has more than %d MiB: divide it".formatted(Losses.quote(file), LARGEST >> 20));
		}
		if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, '<', 0)
				|| startsWith(bytes, 0, '<')) {
			throw new RefusedException(Refusal.ENCODING,
					"%s is UTF-16: save it as UTF-8 and try again".formatted(Losses.quote(file)));
		}
		String text = decode(file, bytes, charset(bytes));
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	private static String decode(String file, byte[] bytes, Charset charset) {
		try {
			return charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes))
				.toString();
		}
		catch (CharacterCodingException ex) {
			throw new RefusedException(Refusal.ENCODING,
					"%s is not %s text: save it as UTF-8 and try again".formatted(Losses.quote(file), charset.name()));
		}
	}

	private static Charset charset(byte[] bytes) {
		String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
		Matcher declared = DECLARED.matcher(head);
		if (declared.find() && OTHERS.contains(declared.group(1).toLowerCase(Locale.ROOT))) {
			Charset said = Charset.forName(declared.group(1));
			// What calls itself Latin-1 is what Windows writes, where it has signs that
			// Latin-1 has not.
			return (said.equals(StandardCharsets.ISO_8859_1) && hasControls(bytes)) ? WINDOWS : said;
		}
		return StandardCharsets.UTF_8;
	}

	private static boolean hasControls(byte[] bytes) {
		for (byte one : bytes) {
			if ((one & 0xE0) == 0x80) {
				return true;
			}
		}
		return false;
	}

	private static boolean startsWith(byte[] bytes, int first, int second) {
		return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
	}

	/** Without what is no text: control characters and halves of characters. */
	static String printable(String text) {
		StringBuilder clean = new StringBuilder(text.length());
		text.codePoints().forEach((character) -> {
			boolean keep = character == '\n' || character == '\t' || (character >= ' ' && character < 0x7F)
					|| (character >= 0xA0 && character != 0xFEFF && character < 0xFFFE
							&& Character.getType(character) != Character.SURROGATE)
					|| character >= 0x10000;
			if (keep) {
				clean.appendCodePoint(character);
			}
			else if (character == '\r' || character == 0x85) {
				clean.append('\n');
			}
		});
		return clean.toString();
	}

	/** One way to end a line. */
	static String lines(String text) {
		return text.replace("\r\n", "\n").replace('\r', '\n');
	}

}
