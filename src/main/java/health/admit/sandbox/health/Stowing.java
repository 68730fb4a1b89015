package health.admit.sandbox.health;

import java.util.function.Predicate;

import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request to store files, and what became of each.
 */
final class Stowing {

	private static final int UNREADABLE = 272;

	private static final int OTHER_STUDY = 43265;

	private static final int EXISTS = 45070;

	private final DicomRequest request;

	private final ArrayNode stored = Json.array();

	private final ArrayNode failed = Json.array();

	Stowing(DicomRequest request) {
		this.request = request;
	}

	/**
	 * Takes one file in.
	 * @param keeping keeps it, or says that it is there already
	 */
	void add(byte[] bytes, Predicate<DicomFile> keeping) {
		DicomFile file;
		try {
			file = DicomFile.read(bytes);
		}
		catch (IllegalArgumentException ex) {
			fail(Json.object(), UNREADABLE);
			return;
		}
		ObjectNode item = Json.object();
		text(item, "00081150", "UI", file.text(DicomAttribute.SOP_CLASS_UID));
		text(item, "00081155", "UI", file.instance());
		String wanted = this.request.named("studies");
		if (wanted != null && !wanted.equals(file.study())) {
			fail(item, OTHER_STUDY);
		}
		else if (!keeping.test(file)) {
			fail(item, EXISTS);
		}
		else {
			text(item, "00081190", "UR", this.request.base() + "/studies/" + file.study() + "/series/" + file.series()
					+ "/instances/" + file.instance());
			this.stored.add(item);
		}
	}

	DicomAnswer answer() {
		if (this.stored.isEmpty() && this.failed.isEmpty()) {
			return DicomAnswer.noContent();
		}
		ObjectNode body = Json.object();
		sequence(body, "00081198", this.failed);
		sequence(body, "00081199", this.stored);
		int status = this.failed.isEmpty() ? 200 : this.stored.isEmpty() ? 409 : 202;
		return DicomAnswer.json(status, "application/dicom+json", body);
	}

	private void fail(ObjectNode item, int reason) {
		item.putObject("00081197").put("vr", "US").putArray("Value").add(reason);
		this.failed.add(item);
	}

	private static void sequence(ObjectNode body, String tag, ArrayNode items) {
		if (!items.isEmpty()) {
			body.putObject(tag).put("vr", "SQ").set("Value", items);
		}
	}

	private static void text(ObjectNode item, String tag, String representation, String value) {
		item.putObject(tag).put("vr", representation).putArray("Value").add(value);
	}

}
