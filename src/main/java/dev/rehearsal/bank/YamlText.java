package dev.rehearsal.bank;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * From the bytes of a file to text: UTF-8 and nothing else, and only characters that text
 * has.
 */
final class YamlText {

	private static final int BYTE_ORDER_MARK = 0xFEFF;

	private YamlText() {
	}

	/**
	 * Decodes a file. A byte order mark at its beginning is accepted and left out.
	 * @return null after a problem
	 */
	static @Nullable String decode(String file, byte[] bytes, Problems problems) {
		if (bytes.length >= 2 && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
				|| (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE))) {
			problems.unreadable(Place.of(file), Problem.Code.ENCODING,
					"this file is UTF-16: save it as UTF-8 in your editor");
			return null;
		}
		ByteBuffer in = ByteBuffer.wrap(bytes);
		CharBuffer out = CharBuffer.allocate(bytes.length);
		CoderResult result = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT)
			.decode(in, out, true);
		String text = out.flip().toString();
		if (result.isError()) {
			int at = in.position();
			problems.unreadable(endOf(file, text), Problem.Code.ENCODING,
					"byte %d of this file (0x%02X) is not UTF-8: save the file as UTF-8 in your editor"
						.formatted(at + 1, bytes[at] & 0xFF));
			return null;
		}
		if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
			text = text.substring(1);
		}
		return hasOnlyText(file, text, problems) ? text : null;
	}

	private static boolean hasOnlyText(String file, String text, Problems problems) {
		boolean clean = true;
		int line = 1;
		int column = 1;
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			i += Character.charCount(character);
			if (!StreamReader.isPrintable(character) || character == BYTE_ORDER_MARK) {
				clean = false;
				problems.unreadable(new Place(file, line, column), Problem.Code.CHARACTER, notText(character));
			}
			boolean ends = character == '\n' || (character == '\r' && (i >= text.length() || text.charAt(i) != '\n'));
			line += ends ? 1 : 0;
			column = ends ? 1 : column + 1;
		}
		return clean;
	}

	/** What to say about a character that does not belong into text. */
	static String notText(int character) {
		return "the character U+%04X is invisible and does not belong into text: delete it".formatted(character);
	}

	private static Place endOf(String file, String text) {
		int line = 1 + (int) text.chars().filter((character) -> character == '\n').count();
		int begin = text.lastIndexOf('\n') + 1;
		return new Place(file, line, 1 + text.codePointCount(begin, text.length()));
	}

}
