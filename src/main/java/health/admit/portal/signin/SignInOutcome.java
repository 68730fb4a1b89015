package health.admit.portal.signin;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * What the browser sees when it comes back from Entra: the page it left, or why not.
 */
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final Logger log = LoggerFactory.getLogger(SignInOutcome.class);

	private final SessionContexts sessions;

	SignInOutcome(SessionContexts sessions) {
		this.sessions = sessions;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		Set<DelegatedScope> missing = (request.getAttribute(GrantRecorder.TOKENS) instanceof GrantTokens tokens)
				? tokens.missing(asked(request)) : EnumSet.noneOf(DelegatedScope.class);
		// Only asking for a token of Azure's own shows whether this one was granted.
		missing.remove(DelegatedScope.AZURE);
		response.sendRedirect(missing.isEmpty() ? to(request) : consentPage(missing, to(request)));
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException, ServletException {
		SignInProblem problem = SignInProblem.of(exception);
		boolean signedIn = this.sessions.containsContext(request);
		if (signedIn && "lost".equals(problem.kind())) {
			// Back button or a second tab: the first callback has done the work.
			response.sendRedirect(ReturnPath.HOME);
			return;
		}
		if (signedIn && problem.isRefusal() && !asked(request).isEmpty()) {
			response.sendRedirect(consentPage(asked(request), to(request)));
			return;
		}
		log.warn("Sign-in failed: {} {}", problem.kind(), problem.code());
		request.setAttribute(SignInProblem.ATTRIBUTE, problem);
		response.setStatus(HttpStatus.FORBIDDEN.value());
		request.getRequestDispatcher("/signin/problem").forward(request, response);
	}

	private static String consentPage(Set<DelegatedScope> scopes, String to) {
		String names = scopes.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
		return Addresses.with("/signin/consent", "scopes", names, "to", to);
	}

	private static Set<DelegatedScope> asked(HttpServletRequest request) {
		return (request.getAttribute(Login.ATTRIBUTE) instanceof Login login) ? login.asked() : Set.of();
	}

	private static String to(HttpServletRequest request) {
		return (request.getAttribute(Login.ATTRIBUTE) instanceof Login login) ? ReturnPath.of(login.to())
				: ReturnPath.HOME;
	}

}
