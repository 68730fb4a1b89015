package health.admit.portal.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps each visit to the sign-in page in a sealed cookie of its own, so that anonymous
 * visitors cost no session and several tabs can sign in at the same time.
 */
class LoginCookies implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	private static final Duration LIFE = Duration.ofMinutes(30);

	private static final String CONTEXT = "login";

	/** So many visits at a time; a later one takes the place of an earlier. */
	private static final int SLOTS = 8;

	private final ClientRegistration entra;

	private final PortalAddress address;

	private final Sealer sealer;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.builder().build();

	LoginCookies(ClientRegistration entra, PortalAddress address, Sealer sealer, Clock clock) {
		this.entra = entra;
		this.address = address;
		this.sealer = sealer;
		this.clock = clock;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		return login(request).map(this::authorizationRequest).orElse(null);
	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest authorization, HttpServletRequest request,
			HttpServletResponse response) {
		if (authorization == null) {
			removeAuthorizationRequest(request, response);
			return;
		}
		Login login = login(authorization);
		byte[] sealed = this.sealer.seal(this.json.writeValueAsBytes(login), CONTEXT);
		setCookie(response, login.state(), Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LIFE);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		Optional<Login> login = login(request);
		login.ifPresent((found) -> {
			setCookie(response, found.state(), "", Duration.ZERO);
			request.setAttribute(Login.ATTRIBUTE, found);
		});
		return login.map(this::authorizationRequest).orElse(null);
	}

	private Optional<Login> login(HttpServletRequest request) {
		String state = request.getParameter(OAuth2ParameterNames.STATE);
		Cookie[] cookies = request.getCookies();
		if (state == null || cookies == null) {
			return Optional.empty();
		}
		return Arrays.stream(cookies)
			.filter((cookie) -> cookie.getName().equals(name(state)))
			.flatMap((cookie) -> open(cookie.getValue()).stream())
			.filter((login) -> login.state().equals(state))
			.filter((login) -> this.clock.instant().isBefore(login.at().plus(LIFE)))
			.findFirst();
	}

	private Optional<Login> open(String value) {
		try {
			return this.sealer.open(Base64.getUrlDecoder().decode(value), CONTEXT)
				.map((clear) -> this.json.readValue(clear, Login.class));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private Login login(OAuth2AuthorizationRequest authorization) {
		Map<String, Object> attributes = authorization.getAttributes();
		Set<DelegatedScope> asked = DelegatedScope.named(String.valueOf(attributes.getOrDefault(Login.ASKED, "")));
		return new Login(Objects.requireNonNull(authorization.getState()),
				String.valueOf(attributes.get(OidcParameterNames.NONCE)),
				String.valueOf(attributes.get(PkceParameterNames.CODE_VERIFIER)),
				ReturnPath.of((String) attributes.get(Login.TO)), asked, this.clock.instant());
	}

	private OAuth2AuthorizationRequest authorizationRequest(Login login) {
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(Objects.requireNonNull(this.entra.getProviderDetails().getAuthorizationUri()))
			.clientId(this.entra.getClientId())
			.redirectUri(this.entra.getRedirectUri())
			.scopes(this.entra.getScopes())
			.state(login.state())
			.attributes(Map.of(OAuth2ParameterNames.REGISTRATION_ID, this.entra.getRegistrationId(),
					OidcParameterNames.NONCE, login.nonce(), PkceParameterNames.CODE_VERIFIER, login.verifier()))
			.build();
	}

	private void setCookie(HttpServletResponse response, String state, String value, Duration life) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name(state), value)
					.path("/")
					.httpOnly(true)
					.secure(this.address.isSecure())
					.sameSite("Lax")
					.maxAge(life)
					.build()
					.toString());
	}

	private String name(String state) {
		int slot = Math.floorMod(Arrays.hashCode(state.getBytes(StandardCharsets.UTF_8)), SLOTS);
		return this.address.cookieName("admit-login-" + slot);
	}

}
