package health.admit.sandbox.health;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.sandbox.tenant.AzureResources;
import org.jspecify.annotations.Nullable;

/**
 * One call to a DICOM service.
 *
 * @param base address of the service with the version, as the caller sees it
 * @param path decoded segments below the version
 * @param query decoded
 * @param headers names in lower case
 * @param caller object id of who calls
 */
record DicomRequest(AzureResources.Resource service, String method, String base, List<String> path,
		Map<String, String> query, Map<String, String> headers, byte[] body, UUID caller) {

	String header(String name) {
		return this.headers.getOrDefault(name, "");
	}

	@Nullable String parameter(String name) {
		return this.query.get(name);
	}

	/**
	 * A whole number of the query.
	 * @param usual where it is not given
	 */
	int number(String name, int usual, int least, int most) {
		String text = this.query.get(name);
		if (text == null) {
			return usual;
		}
		if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
			throw DicomProblem.of(400, "The value '" + text + "' of '" + name + "' has to be a number from " + least
					+ " to " + most + ".");
		}
		return Integer.parseInt(text);
	}

	/** What the path names after a word such as {@code series}; null when it does not. */
	@Nullable String named(String word) {
		int index = this.path.indexOf(word);
		return (index >= 0 && index + 1 < this.path.size()) ? this.path.get(index + 1) : null;
	}

	/** The path without UIDs, such as {@code studies/{}/series}. */
	String shape() {
		StringBuilder shape = new StringBuilder();
		for (int i = 0; i < this.path.size(); i++) {
			String before = (i > 0) ? this.path.get(i - 1) : "";
			boolean uid = List.of("studies", "series", "instances").contains(before);
			shape.append((i > 0) ? "/" : "").append(uid ? "{}" : this.path.get(i));
		}
		return shape.toString();
	}

	/** Whether a file lies below what the path names. */
	boolean covers(DicomFile file) {
		return matches("studies", file.study()) && matches("series", file.series())
				&& matches("instances", file.instance());
	}

	private boolean matches(String word, String uid) {
		String wanted = named(word);
		return wanted == null || wanted.equals(uid);
	}

}
