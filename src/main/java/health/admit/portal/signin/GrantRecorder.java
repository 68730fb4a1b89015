package health.admit.portal.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/**
 * Receives the tokens of a finished sign-in and seals them. Somebody who was signed in
 * already and comes back from a step-up keeps grant and time limit, so that running
 * operations go on; somebody else starts afresh.
 */
class GrantRecorder implements OAuth2AuthorizedClientRepository {

	/** Name of the attribute of the callback request that holds who has signed in. */
	static final String SIGNED_IN = SignedIn.class.getName();

	/** Name of the attribute of the callback request that holds what they granted. */
	static final String TOKENS = GrantTokens.class.getName();

	private final SessionContexts sessions;

	private final Grants grants;

	private final People people;

	private final TokenEndpoint endpoint;

	private final SessionLimits limits;

	private final Clock clock;

	GrantRecorder(SessionContexts sessions, Grants grants, People people, TokenEndpoint endpoint, SessionLimits limits,
			Clock clock) {
		this.sessions = sessions;
		this.grants = grants;
		this.people = people;
		this.endpoint = endpoint;
		this.limits = limits;
		this.clock = clock;
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		if (!(principal.getPrincipal() instanceof OperatorUser user)) {
			throw new IllegalStateException("Only people sign in here");
		}
		Operator operator = user.operator();
		Optional<SignedIn> before = this.sessions.signedIn(request);
		Optional<SignedIn> same = before.filter((signedIn) -> isSame(signedIn.operator(), operator));
		if (before.isPresent() && same.isEmpty()) {
			this.sessions.end(request);
		}
		Instant now = this.clock.instant();
		Instant since = same.map(SignedIn::since).orElse(now);
		SignedIn signedIn = new SignedIn(operator, same.map(SignedIn::grant).orElseGet(UUID::randomUUID), since,
				user.hint());
		GrantTokens old = same.flatMap((one) -> this.grants.find(one.delegation()))
			.map(Grants.Stored::tokens)
			.orElse(null);
		GrantTokens tokens = this.endpoint.tokens(client.getAccessToken(), client.getRefreshToken(), old);
		this.grants.save(signedIn.delegation(), tokens, this.limits.rest(since, now));
		this.people.remember(operator);
		request.setAttribute(SIGNED_IN, signedIn);
		request.setAttribute(TOKENS, tokens);
	}

	private static boolean isSame(Operator one, Operator other) {
		return one.tenant().equals(other.tenant()) && one.objectId().equals(other.objectId());
	}

	@Override
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration,
			Authentication principal, HttpServletRequest request) {
		return null;
	}

	@Override
	public void removeAuthorizedClient(String registration, Authentication principal, HttpServletRequest request,
			HttpServletResponse response) {
		this.sessions.end(request);
	}

}
