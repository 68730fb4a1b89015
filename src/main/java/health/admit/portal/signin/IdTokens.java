package health.admit.portal.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Which ID tokens are believed: signed with a key of the tenant, for this portal, in
 * time, and about a person of the one tenant (Microsoft's "secure applications by
 * validating claims").
 */
final class IdTokens {

	private static final Duration SKEW = Duration.ofSeconds(60);

	private IdTokens() {
	}

	static JwtDecoder decoder(ClientRegistration entra, UUID tenant, ClientHttpRequestFactory http, Clock clock) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder
			.withJwkSetUri(Objects.requireNonNull(entra.getProviderDetails().getJwkSetUri()))
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.restOperations(new RestTemplate(http))
			.build();
		decoder.setJwtValidator(validator(entra, tenant, clock));
		return decoder;
	}

	private static OAuth2TokenValidator<Jwt> validator(ClientRegistration entra, UUID tenant, Clock clock) {
		OidcIdTokenValidator standard = new OidcIdTokenValidator(entra);
		standard.setClockSkew(SKEW);
		standard.setClock(clock);
		JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
		times.setClock(clock);
		return new DelegatingOAuth2TokenValidator<>(times, standard, (jwt) -> belongs(jwt, tenant));
	}

	private static OAuth2TokenValidatorResult belongs(Jwt jwt, UUID tenant) {
		if (!tenant.toString().equalsIgnoreCase(jwt.getClaimAsString("tid"))) {
			return refused("The token is of another tenant");
		}
		return isId(jwt.getClaimAsString("oid")) ? OAuth2TokenValidatorResult.success()
				: refused("The token names no person");
	}

	private static boolean isId(@Nullable String text) {
		return text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
	}

	private static OAuth2TokenValidatorResult refused(String why) {
		return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_id_token", why, null));
	}

}
