package health.admit.portal.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import health.admit.portal.cloud.Cloud;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The v2.0 token endpoint over HTTP. Each request is sent once, without following
 * redirects, and of an error everything is kept that support asks for.
 */
final class EntraTokens implements TokenService {

	private static final int LARGEST_BODY = 64 * 1024;

	private static final Duration LIMIT = Duration.ofSeconds(15);

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(5))
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final JsonMapper json = JsonMapper.builder().build();

	private final Cloud cloud;

	private final TokenForms forms;

	EntraTokens(Cloud cloud, Clock clock) {
		this.cloud = cloud;
		this.forms = new TokenForms(cloud, clock);
	}

	@Override
	public TokenAnswer<IssuedToken> token(UUID clientId, String scope, Credential credential) {
		String origin = (credential instanceof Credential.Code code) ? code.origin() : null;
		return send(this.cloud.tokenEndpoint(), this.forms.token(clientId, scope, credential), origin,
				EntraTokens::token);
	}

	@Override
	public TokenAnswer<DeviceCode> device(UUID clientId, String scope) {
		return send(this.cloud.deviceEndpoint(), TokenForms.device(clientId, scope), null, EntraTokens::device);
	}

	@Override
	public TokenAnswer<IssuedToken> signedIn(UUID clientId, DeviceCode device) {
		return send(this.cloud.tokenEndpoint(), TokenForms.signedIn(clientId, device), null, EntraTokens::token);
	}

	@Override
	public SentRequest shown(UUID clientId, String scope, Credential credential) {
		if (credential instanceof Credential.Device) {
			return new SentRequest("POST " + this.cloud.deviceEndpoint(),
					TokenForms.shown(TokenForms.device(clientId, scope)));
		}
		return new SentRequest("POST " + this.cloud.tokenEndpoint(),
				TokenForms.shown(this.forms.token(clientId, scope, credential)));
	}

	private <T> TokenAnswer<T> send(URI address, Map<String, String> form, @Nullable String origin,
			Function<JsonNode, Optional<T>> reader) {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.timeout(LIMIT)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (origin != null) {
			request.header("Origin", origin);
		}
		try {
			HttpResponse<InputStream> response = this.http.send(request.build(),
					HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream in = response.body()) {
				return answer(response.statusCode(), new String(in.readNBytes(LARGEST_BODY), StandardCharsets.UTF_8),
						reader);
			}
		}
		catch (IOException ex) {
			return new TokenAnswer.Silent<>(0);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new TokenAnswer.Silent<>(0);
		}
	}

	private <T> TokenAnswer<T> answer(int status, String body, Function<JsonNode, Optional<T>> reader) {
		try {
			JsonNode answer = this.json.readTree(body);
			if (status == 200) {
				Optional<T> value = reader.apply(answer);
				return value.isPresent() ? new TokenAnswer.Given<>(value.get()) : new TokenAnswer.Silent<>(status);
			}
			String error = answer.path("error").asString("");
			if (error.isEmpty()) {
				return new TokenAnswer.Silent<>(status);
			}
			List<Integer> codes = answer.path("error_codes")
				.valueStream()
				.filter(JsonNode::isInt)
				.map(JsonNode::asInt)
				.toList();
			return new TokenAnswer.Refused<>(status, error, codes, answer.path("error_description").asString(""),
					text(answer, "correlation_id"), text(answer, "trace_id"), body);
		}
		catch (JacksonException ex) {
			return new TokenAnswer.Silent<>(status);
		}
	}

	private static Optional<IssuedToken> token(JsonNode answer) {
		return Optional.ofNullable(text(answer, "access_token")).map(IssuedToken::new);
	}

	private static Optional<DeviceCode> device(JsonNode answer) {
		String code = text(answer, "device_code");
		String userCode = text(answer, "user_code");
		String page = text(answer, "verification_uri");
		if (code == null || userCode == null || page == null) {
			return Optional.empty();
		}
		return Optional
			.of(new DeviceCode(code, userCode, page, Duration.ofSeconds(answer.path("expires_in").asInt(900)),
					Duration.ofSeconds(Math.max(1, answer.path("interval").asInt(5)))));
	}

	private static @Nullable String text(JsonNode answer, String name) {
		String text = answer.path(name).asString("");
		return text.isEmpty() ? null : text;
	}

}
