package health.admit.portal.azure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.cloud.ClaimsChallenge;
import health.admit.portal.cloud.RetryAfter;

/**
 * An answer of Azure, or of something in front of it.
 */
record ArmAnswer(int status, HttpHeaders headers, byte[] body, UUID call) {

	private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static ArmAnswer of(ResponseEntity<byte[]> response, UUID call) {
		byte[] body = response.getBody();
		return new ArmAnswer(response.getStatusCode().value(), response.getHeaders(),
				(body != null) ? body : new byte[0], call);
	}

	boolean isSuccess() {
		return this.status / 100 == 2;
	}

	/** Whether the same read may well succeed in a moment. */
	boolean isPassing() {
		return PASSING.contains(this.status);
	}

	/**
	 * The body of a success.
	 * @throws MalformedAnswer when it is no JSON object
	 */
	JsonNode json() {
		try {
			JsonNode json = JSON.readTree(this.body);
			if (json.isObject()) {
				return json;
			}
		}
		catch (JacksonException ex) {
			// Somebody else's page, or cut short: either way not what was asked for.
		}
		throw new MalformedAnswer("JSON object");
	}

	/** Azure's error code; empty when the body names none. */
	String code() {
		return error("code");
	}

	/** Azure's own words. */
	String words() {
		String words = error("message");
		return words.isEmpty() ? "HTTP " + this.status : words;
	}

	@Nullable Duration retryAfter(Instant now) {
		return RetryAfter.read(this.headers.getFirst(HttpHeaders.RETRY_AFTER), now);
	}

	/** The claims challenge of a 401, decoded. */
	@Nullable String claims() {
		List<String> challenges = this.headers.getOrEmpty(HttpHeaders.WWW_AUTHENTICATE);
		return (this.status == 401) ? ClaimsChallenge.read(challenges) : null;
	}

	CallTrace trace() {
		return new CallTrace(this.call, this.headers.getFirst("x-ms-request-id"));
	}

	private String error(String member) {
		try {
			return Json.text(json().path("error"), member);
		}
		catch (MalformedAnswer ex) {
			return "";
		}
	}

	@Override
	public String toString() {
		return "ArmAnswer[status=" + this.status + "]";
	}

}
