package health.admit.portal.signin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Sends the browser to Entra once more, for scopes or for a claims challenge, and back to
 * the page it was on.
 */
class StepUps {

	private static final String COUNT = "admit.step-ups";

	private static final Duration WINDOW = Duration.ofMinutes(2);

	private static final int MOST = 3;

	private final SessionContexts sessions;

	private final LoginRequests requests;

	private final LoginCookies cookies;

	private final Grants grants;

	private final Clock clock;

	StepUps(SessionContexts sessions, LoginRequests requests, LoginCookies cookies, Grants grants, Clock clock) {
		this.sessions = sessions;
		this.requests = requests;
		this.cookies = cookies;
		this.grants = grants;
		this.clock = clock;
	}

	/**
	 * Starts a step-up.
	 * @param to path to return to
	 * @return whether the answer is complete; false when nobody is signed in, or when the
	 * same page has asked for the same thing too often in a row
	 */
	boolean start(StepUpRequired wanted, String to, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Optional<SignedIn> who = this.sessions.signedIn(request);
		if (who.isEmpty() || isLooping(request.getSession(), wanted, to)) {
			return false;
		}
		Set<DelegatedScope> granted = this.grants.find(who.get().delegation())
			.map((stored) -> stored.tokens().granted())
			.orElse(Set.of());
		OAuth2AuthorizationRequest authorization = this.requests.stepUp(request, wanted, who.get(), granted, to);
		this.cookies.saveAuthorizationRequest(authorization, request, response);
		leave(authorization.getAuthorizationRequestUri(), request, response);
		return true;
	}

	static void leave(String address, HttpServletRequest request, HttpServletResponse response) {
		if (Addresses.isHtmx(request)) {
			response.setHeader("HX-Redirect", address);
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		}
		else {
			response.setHeader("Location", address);
			response.setStatus(HttpStatus.SEE_OTHER.value());
		}
	}

	private boolean isLooping(HttpSession session, StepUpRequired wanted, String to) {
		String key = Integer.toHexString((to + wanted.scopes()).hashCode());
		Instant now = this.clock.instant();
		int before = 0;
		if (session.getAttribute(COUNT) instanceof String text) {
			String[] parts = text.split(" ");
			boolean same = parts[0].equals(key) && now.isBefore(Instant.parse(parts[2]).plus(WINDOW));
			before = same ? Integer.parseInt(parts[1]) : 0;
		}
		session.setAttribute(COUNT, key + " " + (before + 1) + " " + now);
		return before >= MOST;
	}

}
