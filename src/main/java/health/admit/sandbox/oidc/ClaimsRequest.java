package health.admit.sandbox.oidc;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the {@code claims} parameter asks for.
 *
 * @param acrs authentication contexts to satisfy
 * @param claimsCapable whether the client declared {@code cp1}
 * @param strong whether more than one factor is asked for
 * @param notBefore the sign-in must be younger than this
 */
record ClaimsRequest(Set<String> acrs, boolean claimsCapable, boolean strong, @Nullable Instant notBefore) {

	static final ClaimsRequest NONE = new ClaimsRequest(Set.of(), false, false, null);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static ClaimsRequest parse(@Nullable String text) {
		if (text == null) {
			return NONE;
		}
		try {
			JsonNode asked = JSON.readTree(text);
			if (!asked.isObject()) {
				throw invalid();
			}
			JsonNode token = asked.path("access_token");
			Set<String> acrs = values(token.path("acrs"));
			acrs.addAll(values(asked.path("id_token").path("acrs")));
			return new ClaimsRequest(acrs, values(token.path("xms_cc")).contains("cp1"),
					values(token.path("amr")).contains("mfa"), notBefore(token.path("nbf")));
		}
		catch (JacksonException ex) {
			throw invalid();
		}
	}

	private static Set<String> values(JsonNode claim) {
		Set<String> values = new LinkedHashSet<>();
		claim.path("values").forEach((value) -> values.add(value.asString("")));
		if (claim.path("value").isString()) {
			values.add(claim.path("value").asString());
		}
		return values;
	}

	private static @Nullable Instant notBefore(JsonNode claim) {
		String value = claim.path("value").asString("");
		return value.matches("\\d{1,12}") ? Instant.ofEpochSecond(Long.parseLong(value)) : null;
	}

	private static Refusal invalid() {
		return Refusal.of("invalid_request", 900561, "The claims parameter is not valid JSON.");
	}

}
