package health.admit.portal.signin;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.ResponseErrorHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads Entra's error whatever the status. Spring's own handler reads it from a 400 only,
 * and Entra answers a wrong or expired client secret with 401.
 */
class EntraErrors implements ResponseErrorHandler {

	private static final int MOST_BYTES = 64 * 1024;

	private final JsonMapper json = JsonMapper.builder().build();

	@Override
	public boolean hasError(ClientHttpResponse response) throws IOException {
		return !response.getStatusCode().is2xxSuccessful();
	}

	@Override
	public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
		byte[] body = response.getBody().readNBytes(MOST_BYTES);
		throw new OAuth2AuthorizationException(error(response.getStatusCode(), body));
	}

	private EntraError error(HttpStatusCode status, byte[] body) {
		Map<?, ?> members = members(body);
		String stated = status.is4xxClientError() ? text(members, "error") : null;
		String error = Objects.requireNonNullElse(stated, "server_error");
		String description = Objects.requireNonNullElse(text(members, "error_description"), "HTTP " + status.value());
		return new EntraError(error, description, text(members, "claims"));
	}

	private Map<?, ?> members(byte[] body) {
		try {
			return this.json.readValue(body, Map.class);
		}
		catch (JacksonException ex) {
			// A proxy's page, most likely: the status has to do.
			return Map.of();
		}
	}

	private static @Nullable String text(Map<?, ?> members, String name) {
		return (members.get(name) instanceof String text) ? text : null;
	}

}
