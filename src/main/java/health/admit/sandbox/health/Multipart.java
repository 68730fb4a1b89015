package health.admit.sandbox.health;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bodies of several parts, as DICOM files travel.
 */
final class Multipart {

	private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))",
			Pattern.CASE_INSENSITIVE);

	private Multipart() {
	}

	/**
	 * The contents of the parts.
	 * @param type the value of {@code Content-Type}
	 */
	static List<byte[]> read(String type, byte[] body) {
		Matcher matcher = BOUNDARY.matcher(type);
		if (!matcher.find()) {
			throw DicomProblem.of(400, "The content type names no boundary.");
		}
		String boundary = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
		byte[] mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
		List<byte[]> parts = new ArrayList<>();
		int start = indexOf(body, mark, 0);
		while (start >= 0) {
			int end = indexOf(body, mark, start + mark.length);
			if (end >= 0) {
				parts.add(content(Arrays.copyOfRange(body, start + mark.length, end)));
			}
			start = end;
		}
		return parts;
	}

	static byte[] write(String boundary, String type, List<byte[]> parts) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			body.writeBytes(
					("--" + boundary + "\r\nContent-Type: " + type + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
			body.writeBytes(part);
			body.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
		}
		body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1));
		return body.toByteArray();
	}

	/** A part without its headers and the line ends around it. */
	private static byte[] content(byte[] part) {
		int blank = indexOf(part, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), 0);
		int from = (blank < 0) ? 0 : blank + 4;
		boolean ended = part.length - from >= 2 && part[part.length - 2] == '\r' && part[part.length - 1] == '\n';
		return Arrays.copyOfRange(part, from, ended ? part.length - 2 : part.length);
	}

	private static int indexOf(byte[] all, byte[] wanted, int from) {
		for (int i = from; i <= all.length - wanted.length; i++) {
			if (Arrays.equals(all, i, i + wanted.length, wanted, 0, wanted.length)) {
				return i;
			}
		}
		return -1;
	}

}
