package health.admit.portal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;

/**
 * Keeps the portal's own token in memory. Each node has its own: Entra gives out as many
 * as are asked for.
 */
@Component
class OwnTokens implements PortalTokens {

	private static final Duration EARLY = Duration.ofMinutes(1);

	private final TokenEndpoint endpoint;

	private final Clock clock;

	/** One thread fetches, the others wait for what it brings. */
	private final Lock fetching = new ReentrantLock();

	private volatile @Nullable OAuth2AccessToken kept;

	OwnTokens(TokenEndpoint endpoint, Clock clock) {
		this.endpoint = endpoint;
		this.clock = clock;
	}

	@Override
	public String graph() {
		String usable = usable();
		return (usable != null) ? usable : fetched();
	}

	@Override
	public void forget() {
		this.kept = null;
	}

	private String fetched() {
		this.fetching.lock();
		try {
			String meanwhile = usable();
			if (meanwhile != null) {
				return meanwhile;
			}
			OAuth2AccessToken fresh = this.endpoint.own();
			this.kept = fresh;
			return fresh.getTokenValue();
		}
		catch (OAuth2AuthorizationException ex) {
			throw new TokensRefused(ex.getError(), ex);
		}
		finally {
			this.fetching.unlock();
		}
	}

	private @Nullable String usable() {
		OAuth2AccessToken token = this.kept;
		if (token == null) {
			return null;
		}
		Instant ends = token.getExpiresAt();
		return (ends != null && this.clock.instant().plus(EARLY).isBefore(ends)) ? token.getTokenValue() : null;
	}

}
