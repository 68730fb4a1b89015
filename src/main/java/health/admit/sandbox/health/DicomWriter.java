package health.admit.sandbox.health;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes small files of DICOM part 10 without pixels, in explicit little endian.
 */
final class DicomWriter {

	private DicomWriter() {
	}

	/** A file of these attributes; a number is written as such where it has to be. */
	static byte[] write(Map<DicomAttribute, String> attributes) {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		element(head, "00020002", "UI", text(attributes.getOrDefault(DicomAttribute.SOP_CLASS_UID, ""), "UI"));
		element(head, "00020003", "UI", text(attributes.getOrDefault(DicomAttribute.SOP_INSTANCE_UID, ""), "UI"));
		element(head, "00020010", "UI", text(DicomFile.EXPLICIT, "UI"));
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes(new byte[128]);
		file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
		element(file, "00020000", "UL", number(head.size(), 4));
		file.writeBytes(head.toByteArray());
		Map<String, DicomAttribute> sorted = new TreeMap<>();
		attributes.keySet().forEach((attribute) -> sorted.put(attribute.tag(), attribute));
		sorted.forEach((tag, attribute) -> {
			String value = attributes.getOrDefault(attribute, "");
			boolean numeric = attribute.representation().equals("US");
			element(file, tag, attribute.representation(),
					numeric ? number(Integer.parseInt(value), 2) : text(value, attribute.representation()));
		});
		return file.toByteArray();
	}

	private static void element(ByteArrayOutputStream file, String tag, String representation, byte[] value) {
		file.writeBytes(number(Integer.parseInt(tag.substring(0, 4), 16), 2));
		file.writeBytes(number(Integer.parseInt(tag.substring(4), 16), 2));
		file.writeBytes(representation.getBytes(StandardCharsets.US_ASCII));
		file.writeBytes(number(value.length, 2));
		file.writeBytes(value);
	}

	private static byte[] text(String value, String representation) {
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		if (bytes.length % 2 == 0) {
			return bytes;
		}
		byte[] even = java.util.Arrays.copyOf(bytes, bytes.length + 1);
		even[bytes.length] = (byte) (representation.equals("UI") ? 0 : ' ');
		return even;
	}

	private static byte[] number(int value, int bytes) {
		byte[] number = new byte[bytes];
		for (int i = 0; i < bytes; i++) {
			number[i] = (byte) (value >> (8 * i));
		}
		return number;
	}

}
