package health.admit.portal.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads to the error page when the portal's own database does not answer. Sessions are
 * kept there too, so that page is shown as to somebody who is not signed in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class StoreOutage extends OncePerRequestFilter {

	private static final String CAUSE = StoreOutage.class.getName();

	/**
	 * Why the database did not answer; null when it did.
	 */
	static @Nullable Throwable cause(HttpServletRequest request) {
		return (Throwable) request.getAttribute(CAUSE);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (cause(request) != null) {
			chain.doFilter(new Stranger(request), response);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			if (response.isCommitted() || !isOutage(ex)) {
				throw ex;
			}
			request.setAttribute(CAUSE, ex);
			forgetWhoItIs(request);
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
		}
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	/**
	 * What was loaded of the session would be stored with the error page, and fail again.
	 */
	private static void forgetWhoItIs(HttpServletRequest request) {
		request.removeAttribute(RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME);
		Collections.list(request.getAttributeNames())
			.stream()
			.filter((name) -> name.startsWith(SessionRepositoryFilter.SESSION_REPOSITORY_ATTR))
			.forEach(request::removeAttribute);
	}

	private static boolean isOutage(@Nullable Throwable failure) {
		return failure instanceof DataAccessResourceFailureException || failure instanceof TransactionException
				|| (failure != null && isOutage(failure.getCause()));
	}

	/** Whoever sent the request, without the cookie of a session. */
	private static final class Stranger extends HttpServletRequestWrapper {

		Stranger(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Cookie @Nullable [] getCookies() {
			Cookie[] all = super.getCookies();
			return (all == null) ? null
					: Arrays.stream(all)
						.filter((cookie) -> cookie.getName().equals(Theme.COOKIE))
						.toArray(Cookie[]::new);
		}

	}

}
