package health.admit.portal.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Ends the session here and at Entra. Entra is told whom to sign out by a hint, not by an
 * ID token: the portal keeps none.
 */
class SignOut implements LogoutHandler, LogoutSuccessHandler {

	private final SessionContexts sessions;

	private final ClientRegistration entra;

	private final PortalAddress address;

	SignOut(SessionContexts sessions, ClientRegistration entra, PortalAddress address) {
		this.sessions = sessions;
		this.entra = entra;
		this.address = address;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		this.sessions.end(request);
		response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
	}

	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) throws IOException {
		if (authentication instanceof OperatorAuthentication operator) {
			String endpoint = String
				.valueOf(this.entra.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"));
			response.sendRedirect(Addresses.with(endpoint, "post_logout_redirect_uri", this.address.signedOutUri(),
					"logout_hint", operator.signedIn().logoutHint()));
		}
		else {
			response.sendRedirect("/signed-out");
		}
	}

}
