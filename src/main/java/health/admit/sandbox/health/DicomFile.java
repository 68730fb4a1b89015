package health.admit.sandbox.health;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import health.admit.sandbox.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of DICOM part 10 with the attributes in it as DICOM JSON. Sequences, binary
 * values and what follows the pixels are left out; compressed pixels do not matter, since
 * nobody looks at them.
 *
 * @param syntax UID of the transfer syntax
 * @param bytes the file as it came
 */
record DicomFile(String syntax, ObjectNode attributes, byte[] bytes) {

	static final String EXPLICIT = "1.2.840.10008.1.2.1";

	private static final String IMPLICIT = "1.2.840.10008.1.2";

	private static final Set<String> UNREADABLE = Set.of("1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99");

	private static final Set<String> LONG_FORM = Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "UC", "UN", "UR",
			"UT", "SV", "UV");

	private static final Set<String> BINARY = Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "UN", "AT", "SV", "UV",
			"FL", "FD");

	private static final long UNDEFINED = 0xFFFFFFFFL;

	private static final int PREAMBLE = 128;

	/**
	 * Reads a file.
	 * @throws IllegalArgumentException when it is none or lacks one of its UIDs
	 */
	static DicomFile read(byte[] bytes) {
		if (bytes.length < PREAMBLE + 4 || !"DICM".equals(new String(bytes, PREAMBLE, 4, StandardCharsets.US_ASCII))) {
			throw new IllegalArgumentException("This is no DICOM file.");
		}
		DicomBytes input = new DicomBytes(bytes, PREAMBLE + 4);
		ObjectNode head = elements(input, true, true);
		String syntax = text(head, "00020010");
		if (syntax.isEmpty() || UNREADABLE.contains(syntax)) {
			throw new IllegalArgumentException("The transfer syntax '" + syntax + "' cannot be read.");
		}
		DicomFile file = new DicomFile(syntax, elements(input, !syntax.equals(IMPLICIT), false), bytes);
		if (file.study().isEmpty() || file.series().isEmpty() || file.instance().isEmpty()) {
			throw new IllegalArgumentException("Study, series or instance UID is missing.");
		}
		return file;
	}

	String study() {
		return text(DicomAttribute.STUDY_INSTANCE_UID);
	}

	String series() {
		return text(DicomAttribute.SERIES_INSTANCE_UID);
	}

	String instance() {
		return text(DicomAttribute.SOP_INSTANCE_UID);
	}

	/** The first value; empty when there is none. */
	String text(DicomAttribute attribute) {
		return text(this.attributes, attribute.tag());
	}

	private static String text(ObjectNode attributes, String tag) {
		var value = attributes.at("/" + tag + "/Value/0");
		return value.isObject() ? value.path("Alphabetic").asString("") : value.asString("");
	}

	private static ObjectNode elements(DicomBytes input, boolean explicit, boolean head) {
		ObjectNode attributes = Json.object();
		Charset charset = StandardCharsets.ISO_8859_1;
		while (!input.atEnd()) {
			int start = input.position();
			int group = input.two();
			String tag = tag(group, input.two());
			if ((head && group != 2) || tag.equals("7FE00010")) {
				input.back(start);
				break;
			}
			String representation = representation(input, tag, explicit);
			long length = length(input, representation, explicit);
			if (length == UNDEFINED) {
				skipItems(input, explicit);
				continue;
			}
			if (BINARY.contains(representation) || tag.endsWith("0000")) {
				input.skip(length);
				continue;
			}
			byte[] value = input.take(length);
			if (tag.equals(DicomAttribute.SPECIFIC_CHARACTER_SET.tag())
					&& new String(value, StandardCharsets.US_ASCII).contains("192")) {
				charset = StandardCharsets.UTF_8;
			}
			add(attributes.putObject(tag).put("vr", representation), representation, value, charset);
		}
		return attributes;
	}

	private static String representation(DicomBytes input, String tag, boolean explicit) {
		return explicit ? new String(input.take(2), StandardCharsets.US_ASCII)
				: DicomAttribute.of(tag).map(DicomAttribute::representation).orElse("UN");
	}

	private static long length(DicomBytes input, String representation, boolean explicit) {
		if (explicit && LONG_FORM.contains(representation)) {
			input.skip(2);
			return input.four();
		}
		return explicit ? input.two() : input.four();
	}

	/** Passes over the items of a sequence whose length is not given. */
	private static void skipItems(DicomBytes input, boolean explicit) {
		while (true) {
			String tag = tag(input.two(), input.two());
			long length = input.four();
			if (tag.equals("FFFEE0DD")) {
				return;
			}
			if (length == UNDEFINED) {
				skipElements(input, explicit);
			}
			else {
				input.skip(length);
			}
		}
	}

	private static void skipElements(DicomBytes input, boolean explicit) {
		while (true) {
			String tag = tag(input.two(), input.two());
			if (tag.equals("FFFEE00D")) {
				input.skip(4);
				return;
			}
			String representation = representation(input, tag, explicit);
			long length = length(input, representation, explicit);
			if (length == UNDEFINED) {
				skipItems(input, explicit);
			}
			else {
				input.skip(length);
			}
		}
	}

	private static void add(ObjectNode attribute, String representation, byte[] value, Charset charset) {
		if (value.length == 0) {
			return;
		}
		ArrayNode values = attribute.putArray("Value");
		if (representation.equals("US") || representation.equals("SS")) {
			DicomBytes numbers = new DicomBytes(value, 0);
			while (!numbers.atEnd()) {
				int number = numbers.two();
				values.add(representation.equals("SS") ? (short) number : number);
			}
			return;
		}
		if (representation.equals("UL") || representation.equals("SL")) {
			DicomBytes numbers = new DicomBytes(value, 0);
			while (!numbers.atEnd()) {
				long number = numbers.four();
				values.add(representation.equals("SL") ? (int) number : number);
			}
			return;
		}
		for (String text : new String(value, charset).split("\\\\", -1)) {
			add(values, representation, stripped(text));
		}
	}

	private static void add(ArrayNode values, String representation, String text) {
		@Nullable Double number = representation.equals("IS") || representation.equals("DS") ? number(text) : null;
		if (representation.equals("PN")) {
			values.addObject().put("Alphabetic", text);
		}
		else if (number != null && representation.equals("IS")) {
			values.add(Objects.requireNonNull(number).longValue());
		}
		else if (number != null) {
			values.add(number);
		}
		else {
			values.add(text);
		}
	}

	private static @Nullable Double number(String text) {
		try {
			return Double.valueOf(text);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/** Values are padded to an even length with a blank or, in UIDs, with a zero byte. */
	private static String stripped(String text) {
		return text.replace("\0", "").strip();
	}

	private static String tag(int group, int element) {
		return String.format(Locale.ROOT, "%04X%04X", group, element);
	}

}
