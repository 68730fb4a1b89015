package health.admit.portal.signin;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

import health.admit.portal.cloud.Cloud;

/**
 * Builds the redirect to Entra's sign-in page: for a plain sign-in from the link on the
 * sign-in page, and for a step-up with more scopes or with the answer to a claims
 * challenge.
 */
class LoginRequests implements OAuth2AuthorizationRequestResolver {

	/** Link that starts a sign-in; {@code to} is the page to return to. */
	static final String START = DefaultOAuth2AuthorizationRequestResolver.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/"
			+ EntraRegistration.ID;

	private static final String CLAIMS = "claims";

	private final DefaultOAuth2AuthorizationRequestResolver plain;

	private final Cloud cloud;

	LoginRequests(ClientRegistrationRepository registrations, Cloud cloud) {
		this.cloud = cloud;
		this.plain = new DefaultOAuth2AuthorizationRequestResolver(registrations);
		this.plain.setAuthorizationRequestCustomizer((request) -> request
			.additionalParameters((parameters) -> parameters.put(CLAIMS, Claims.capabilities())));
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		return returning(request, this.plain.resolve(request));
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
		return returning(request, this.plain.resolve(request, registrationId));
	}

	/**
	 * The redirect for a step-up.
	 * @param granted scopes to keep besides those that are wanted
	 * @param to path to return to
	 */
	OAuth2AuthorizationRequest stepUp(HttpServletRequest request, StepUpRequired wanted, SignedIn who,
			Set<DelegatedScope> granted, String to) {
		OAuth2AuthorizationRequest base = Objects.requireNonNull(this.plain.resolve(request, EntraRegistration.ID));
		Set<String> scopes = new LinkedHashSet<>(base.getScopes());
		// Azure comes last: the code is redeemed for the service named first, Graph.
		Set<DelegatedScope> all = EnumSet.noneOf(DelegatedScope.class);
		all.addAll(granted);
		all.addAll(wanted.scopes());
		all.forEach((scope) -> scopes.add(scope.in(this.cloud)));
		return OAuth2AuthorizationRequest.from(base).scopes(scopes).additionalParameters((parameters) -> {
			parameters.put(CLAIMS, Claims.answering(wanted.claims()));
			parameters.put("login_hint", who.logoutHint());
		}).attributes((attributes) -> {
			attributes.put(Login.TO, to);
			attributes.put(Login.ASKED, wanted.scopes().stream().map(Enum::name).collect(Collectors.joining(",")));
		}).build();
	}

	private static @Nullable OAuth2AuthorizationRequest returning(HttpServletRequest request,
			@Nullable OAuth2AuthorizationRequest base) {
		if (base == null) {
			return null;
		}
		OAuth2AuthorizationRequest.Builder returning = OAuth2AuthorizationRequest.from(base)
			.attributes((attributes) -> attributes.put(Login.TO, ReturnPath.of(request.getParameter("to"))));
		if ("other".equals(request.getParameter("account"))) {
			returning.additionalParameters((parameters) -> parameters.put("prompt", "select_account"));
		}
		return returning.build();
	}

}
