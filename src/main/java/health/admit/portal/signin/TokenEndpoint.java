package health.admit.portal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import com.nimbusds.jose.jwk.JWK;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.AbstractRestClientOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

import health.admit.portal.cloud.Cloud;

/**
 * The token endpoint of the tenant, as the portal uses it for itself: to redeem a code,
 * to refresh, and to act without anybody.
 */
class TokenEndpoint {

	/**
	 * Graph under the id it has in every cloud, with all that was granted to the portal.
	 */
	private static final String OWN_SCOPE = "00000003-0000-0000-c000-000000000000/.default";

	private final ClientRegistration entra;

	private final ClientRegistration own;

	private final String graph;

	private final String azure;

	private final Clock clock;

	private final RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();

	private final RestClientRefreshTokenTokenResponseClient refreshes = new RestClientRefreshTokenTokenResponseClient();

	private final RestClientClientCredentialsTokenResponseClient credentials = new RestClientClientCredentialsTokenResponseClient();

	/**
	 * @param key signs the client assertion; null when the portal has a secret
	 */
	TokenEndpoint(ClientRegistration entra, Cloud cloud, @Nullable JWK key, ClientHttpRequestFactory http,
			Clock clock) {
		this.entra = entra;
		this.own = ClientRegistration.withClientRegistration(entra)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.scope(OWN_SCOPE)
			.build();
		this.graph = cloud.graph() + "/";
		this.azure = DelegatedScope.AZURE.in(cloud);
		this.clock = clock;
		RestClient client = RestClient.builder().requestFactory(http).configureMessageConverters((converters) -> {
			converters.addCustomConverter(new FormHttpMessageConverter());
			converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
		}).defaultStatusHandler(new EntraErrors()).build();
		prepare(this.codes, client, key);
		prepare(this.refreshes, client, key);
		prepare(this.credentials, client, key);
		// Nobody could answer a challenge for more claims.
		this.credentials.setParametersCustomizer((parameters) -> {
		});
	}

	private static <T extends AbstractOAuth2AuthorizationGrantRequest> void prepare(
			AbstractRestClientOAuth2AccessTokenResponseClient<T> endpoint, RestClient client, @Nullable JWK key) {
		endpoint.setRestClient(client);
		endpoint.setParametersCustomizer((parameters) -> parameters.set("claims", Claims.capabilities()));
		if (key != null) {
			endpoint.addParametersConverter(new NimbusJwtClientAuthenticationParametersConverter<>((entra) -> key));
		}
	}

	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
		return this.codes;
	}

	/**
	 * New tokens for old.
	 * @throws org.springframework.security.oauth2.core.OAuth2AuthorizationException when
	 * Entra refuses or cannot be reached
	 */
	GrantTokens refresh(GrantTokens old, String refreshToken) {
		OAuth2AccessTokenResponse response = this.refreshes.getTokenResponse(
				new OAuth2RefreshTokenGrantRequest(this.entra, spent(), new OAuth2RefreshToken(refreshToken, null)));
		return tokens(response.getAccessToken(), response.getRefreshToken(), old);
	}

	/**
	 * A token for Azure Resource Manager. The refresh token that comes with it is left
	 * alone: it would go on to ask for Azure, and the old one stays good.
	 * @throws org.springframework.security.oauth2.core.OAuth2AuthorizationException when
	 * Entra refuses or cannot be reached
	 */
	ManagementToken resourceManager(String refreshToken) {
		OAuth2AccessToken access = this.refreshes
			.getTokenResponse(new OAuth2RefreshTokenGrantRequest(this.entra, spent(),
					new OAuth2RefreshToken(refreshToken, null), Set.of(this.azure)))
			.getAccessToken();
		return new ManagementToken(access.getTokenValue(), ends(access));
	}

	/**
	 * A token with which the portal acts for itself.
	 * @throws org.springframework.security.oauth2.core.OAuth2AuthorizationException when
	 * Entra refuses or cannot be reached
	 */
	OAuth2AccessToken own() {
		return this.credentials.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(this.own)).getAccessToken();
	}

	/**
	 * What to keep of an answer.
	 * @param old what there was before; its refresh token and scopes stay where the
	 * answer names none
	 */
	GrantTokens tokens(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, @Nullable GrantTokens old) {
		String kept = (old != null) ? old.refresh() : null;
		Set<String> scopes = access.getScopes()
			.stream()
			.map((scope) -> scope.startsWith(this.graph) ? scope.substring(this.graph.length()) : scope)
			.collect(Collectors.toUnmodifiableSet());
		return new GrantTokens(access.getTokenValue(), ends(access), (refresh != null) ? refresh.getTokenValue() : kept,
				(scopes.isEmpty() && old != null) ? old.scopes() : scopes, (old != null) ? old.management() : null);
	}

	private OAuth2AccessToken spent() {
		Instant now = this.clock.instant();
		return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "spent", now.minus(Duration.ofHours(1)), now);
	}

	private Instant ends(OAuth2AccessToken access) {
		return (access.getExpiresAt() != null) ? access.getExpiresAt() : this.clock.instant();
	}

}
