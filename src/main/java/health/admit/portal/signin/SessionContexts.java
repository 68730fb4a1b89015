package health.admit.portal.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Keeps in the session who is signed in, and nothing else of Spring Security: no token
 * and no serialized object.
 */
class SessionContexts implements SecurityContextRepository {

	private static final String SIGNED_IN = "admit.signed-in";

	private final Grants grants;

	private final SessionLimits limits;

	private final Clock clock;

	SessionContexts(Grants grants, SessionLimits limits, Clock clock) {
		this.grants = grants;
		this.limits = limits;
		this.clock = clock;
	}

	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		signedIn(holder.getRequest()).ifPresent((signedIn) -> {
			Instant now = this.clock.instant();
			if (now.isBefore(this.limits.end(signedIn.since()))) {
				this.grants.extend(signedIn.delegation(), this.limits.rest(signedIn.since(), now));
				context.setAuthentication(new OperatorAuthentication(signedIn));
			}
			else {
				end(holder.getRequest());
			}
		});
		return context;
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		SignedIn signedIn = signedIn(context.getAuthentication(), request);
		if (signedIn != null) {
			HttpSession session = request.getSession();
			session.setAttribute(SIGNED_IN, signedIn);
			session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
					signedIn.operator().objectId().toString());
		}
		else if (containsContext(request)) {
			request.getSession().removeAttribute(SIGNED_IN);
		}
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return signedIn(request).isPresent();
	}

	Optional<SignedIn> signedIn(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(SIGNED_IN) instanceof SignedIn signedIn) ? Optional.of(signedIn)
				: Optional.empty();
	}

	/**
	 * Ends the session and drops its tokens.
	 */
	void end(HttpServletRequest request) {
		signedIn(request).ifPresent((signedIn) -> this.grants.end(signedIn.grant()));
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	private static @Nullable SignedIn signedIn(@Nullable Authentication authentication, HttpServletRequest request) {
		if (authentication instanceof OperatorAuthentication operator) {
			return operator.signedIn();
		}
		// Right after the callback it is still Spring's own token; the recorder has put
		// ours aside.
		boolean callback = authentication instanceof OAuth2AuthenticationToken;
		return (callback && request.getAttribute(GrantRecorder.SIGNED_IN) instanceof SignedIn signedIn) ? signedIn
				: null;
	}

}
