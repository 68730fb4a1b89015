package health.admit.portal.doctor;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a form of type {@code application/x-www-form-urlencoded} by hand, because the
 * container would keep its fields as texts.
 *
 * @param fields all fields but the pasted one; the first of each name
 */
record PastedForm(Map<String, String> fields, PastedText text) {

	static final String TEXT = "text";

	/** A CSRF token has about 150 characters. */
	private static final int LONGEST_FIELD = 1024;

	static PastedForm read(byte[] body, int length) {
		Map<String, String> fields = new HashMap<>();
		PastedText text = new PastedText(new char[0], 0);
		int start = 0;
		while (start < length) {
			int end = find(body, (byte) '&', start, length);
			int equals = find(body, (byte) '=', start, end);
			String name = (equals - start <= LONGEST_FIELD) ? field(body, start, equals) : "";
			int value = Math.min(equals + 1, end);
			if (name.equals(TEXT) && text.length() == 0) {
				text = decode(body, value, end);
			}
			else if (!name.equals(TEXT) && end - value <= LONGEST_FIELD) {
				fields.putIfAbsent(name, field(body, value, end));
			}
			start = end + 1;
		}
		return new PastedForm(fields, text);
	}

	private static String field(byte[] body, int from, int to) {
		PastedText text = decode(body, from, to);
		return new String(text.characters(), 0, text.length());
	}

	private static PastedText decode(byte[] body, int from, int to) {
		byte[] bytes = new byte[to - from];
		char[] characters = new char[to - from];
		int count = 0;
		int at = from;
		while (at < to) {
			int hex = (body[at] == '%' && at + 2 < to) ? hex(body[at + 1], body[at + 2]) : -1;
			bytes[count++] = (hex != -1) ? (byte) hex : (body[at] == '+') ? (byte) ' ' : body[at];
			at += (hex != -1) ? 3 : 1;
		}
		CharBuffer out = CharBuffer.wrap(characters);
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPLACE)
			.onUnmappableCharacter(CodingErrorAction.REPLACE);
		decoder.decode(ByteBuffer.wrap(bytes, 0, count), out, true);
		Arrays.fill(bytes, (byte) 0);
		return new PastedText(characters, out.position());
	}

	private static int hex(byte high, byte low) {
		int one = Character.digit(high, 16);
		int two = Character.digit(low, 16);
		return (one == -1 || two == -1) ? -1 : one * 16 + two;
	}

	private static int find(byte[] body, byte wanted, int from, int to) {
		for (int at = from; at < to; at++) {
			if (body[at] == wanted) {
				return at;
			}
		}
		return to;
	}

}
