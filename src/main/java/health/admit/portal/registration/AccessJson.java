package health.admit.portal.registration;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was decided about access as it rides along in a plan, for the result page, which
 * outlives the draft.
 */
final class AccessJson {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private AccessJson() {
	}

	static String write(AccessChoice access) {
		return JSON.writeValueAsString(access);
	}

	/** Nothing was decided where the text is missing or of another version. */
	static AccessChoice read(@Nullable String text) {
		try {
			return (text != null) ? JSON.readValue(text, AccessChoice.class) : AccessChoice.later();
		}
		catch (JacksonException ex) {
			return AccessChoice.later();
		}
	}

}
