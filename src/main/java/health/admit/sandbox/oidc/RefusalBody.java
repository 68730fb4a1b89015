package health.admit.sandbox.oidc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a refused token request.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefusalBody(@JsonProperty("error") String error, @JsonProperty("error_description") String description,
		@JsonProperty("error_codes") List<Integer> codes, @JsonProperty("timestamp") String timestamp,
		@JsonProperty("trace_id") UUID traceId, @JsonProperty("correlation_id") UUID correlationId,
		@JsonProperty("error_uri") String uri, @JsonProperty("suberror") @Nullable String suberror,
		@JsonProperty("claims") @Nullable String claims) {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'")
		.withZone(ZoneOffset.UTC);

	static RefusalBody of(Refusal refusal, UUID correlationId, Instant now, String base) {
		UUID trace = UUID.randomUUID();
		String stamp = STAMP.format(now);
		String description = refusal.message() + "\r\nTrace ID: " + trace + "\r\nCorrelation ID: " + correlationId
				+ "\r\nTimestamp: " + stamp;
		return new RefusalBody(refusal.error(), description, List.of(refusal.code()), stamp, trace, correlationId,
				base + "/error?code=" + refusal.code(), refusal.suberror(), refusal.claims());
	}

}
