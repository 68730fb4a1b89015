package health.admit.portal.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;

/**
 * Hands out access tokens from the sealed store and refreshes them when they end.
 */
@Component
class OperatorTokens implements DelegatedTokens, GrantedScopes {

	private static final Duration EARLY = Duration.ofMinutes(1);

	private final Grants grants;

	private final TokenEndpoint endpoint;

	private final Clock clock;

	/**
	 * Keep two threads of this node from refreshing the same grant at once. Two nodes
	 * may: Entra accepts a refresh token more than once.
	 */
	private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

	OperatorTokens(Grants grants, TokenEndpoint endpoint, Clock clock) {
		this.grants = grants;
		this.endpoint = endpoint;
		this.clock = clock;
	}

	@Override
	public Set<DelegatedScope> of(Delegation delegation) {
		return stored(delegation).tokens().granted();
	}

	@Override
	public String graph(Delegation delegation, Set<DelegatedScope> scopes) {
		GrantTokens tokens = checked(stored(delegation).tokens(), scopes);
		String usable = usable(tokens);
		if (usable != null) {
			return usable;
		}
		Lock lock = lock(delegation);
		lock.lock();
		try {
			Grants.Stored current = stored(delegation);
			String meanwhile = usable(current.tokens());
			return (meanwhile != null) ? meanwhile : refreshed(delegation, current, scopes);
		}
		finally {
			lock.unlock();
		}
	}

	@Override
	public String resourceManager(Delegation delegation) {
		ManagementToken usable = usable(stored(delegation).tokens().management());
		if (usable != null) {
			return usable.access();
		}
		Lock lock = lock(delegation);
		lock.lock();
		try {
			Grants.Stored current = stored(delegation);
			ManagementToken meanwhile = usable(current.tokens().management());
			return (meanwhile != null) ? meanwhile.access() : exchanged(delegation, current);
		}
		finally {
			lock.unlock();
		}
	}

	@Override
	public void forget(Delegation delegation) {
		this.grants.find(delegation)
			.ifPresent((stored) -> this.grants.replace(delegation, stored, stored.tokens().withoutAccess()));
	}

	private String refreshed(Delegation delegation, Grants.Stored old, Set<DelegatedScope> scopes) {
		String refreshToken = old.tokens().refresh();
		if (refreshToken == null) {
			throw new SignInRequired("The access token has ended and there is no refresh token");
		}
		GrantTokens fresh = refresh(delegation, old.tokens(), refreshToken, scopes);
		this.grants.replace(delegation, old, fresh);
		String access = checked(fresh, scopes).access();
		if (access == null) {
			throw new SignInRequired("Entra returned no access token");
		}
		return access;
	}

	private GrantTokens refresh(Delegation delegation, GrantTokens old, String refreshToken,
			Set<DelegatedScope> scopes) {
		try {
			return this.endpoint.refresh(old, refreshToken);
		}
		catch (OAuth2AuthorizationException ex) {
			if (ex.getError() instanceof EntraError error && error.wantsInteraction()) {
				throw new StepUpRequired(scopes, error.claims());
			}
			if (OAuth2ErrorCodes.INVALID_GRANT.equals(ex.getError().getErrorCode())) {
				this.grants.end(delegation.grant());
				throw new SignInRequired("Entra no longer accepts the sign-in");
			}
			throw new TokensRefused(ex.getError(), ex);
		}
	}

	private String exchanged(Delegation delegation, Grants.Stored old) {
		String refreshToken = old.tokens().refresh();
		if (refreshToken == null) {
			throw new SignInRequired("There is no refresh token");
		}
		try {
			ManagementToken fresh = this.endpoint.resourceManager(refreshToken);
			this.grants.replace(delegation, old, old.tokens().with(fresh));
			return fresh.access();
		}
		catch (OAuth2AuthorizationException ex) {
			if (ex.getError() instanceof EntraError error && error.wantsInteraction()) {
				throw new StepUpRequired(Set.of(DelegatedScope.AZURE), error.claims());
			}
			// Azure may be closed to this operator while Graph is not: the session goes
			// on.
			throw new TokensRefused(ex.getError(), ex);
		}
	}

	private @Nullable ManagementToken usable(@Nullable ManagementToken token) {
		return (token != null && token.isUsableAt(this.clock.instant().plus(EARLY))) ? token : null;
	}

	private Grants.Stored stored(Delegation delegation) {
		return this.grants.find(delegation).orElseThrow(() -> new SignInRequired("The session has ended"));
	}

	private @Nullable String usable(GrantTokens tokens) {
		return tokens.isUsableAt(this.clock.instant().plus(EARLY)) ? tokens.access() : null;
	}

	private static GrantTokens checked(GrantTokens tokens, Set<DelegatedScope> scopes) {
		Set<DelegatedScope> missing = tokens.missing(scopes);
		if (!missing.isEmpty()) {
			throw new StepUpRequired(missing, null);
		}
		return tokens;
	}

	private Lock lock(Delegation delegation) {
		return this.locks[Math.floorMod(delegation.grant().hashCode(), this.locks.length)];
	}

}
