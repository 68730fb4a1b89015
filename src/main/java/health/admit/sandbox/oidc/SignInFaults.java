package health.admit.sandbox.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What can be made to go wrong at sign-in, on request.
 */
@Component
public class SignInFaults {

	private final Clock clock;

	private final Map<UUID, Instant> tokensValidFrom = new ConcurrentHashMap<>();

	private final AtomicInteger unavailable = new AtomicInteger();

	private volatile boolean strongSignIn;

	private volatile boolean blocked;

	private volatile @Nullable String authenticationContext;

	private volatile @Nullable Duration lifetime;

	SignInFaults(Clock clock) {
		this.clock = clock;
	}

	/** Tokens need a sign-in with more than one factor: AADSTS50076 until then. */
	public void wantStrongSignIn(boolean wanted) {
		this.strongSignIn = wanted;
	}

	/** Refreshed tokens need this authentication context; null for none. */
	public void wantAuthenticationContext(@Nullable String context) {
		this.authenticationContext = context;
	}

	/** Nobody gets a token: AADSTS53003. */
	public void block(boolean wanted) {
		this.blocked = wanted;
	}

	/** The next token requests are answered 503 with AADSTS90033. */
	public void failNext(int requests) {
		this.unavailable.set(Math.max(0, requests));
	}

	/** Access tokens live this long; null for as configured. */
	public void shortenAccessTokens(@Nullable Duration life) {
		this.lifetime = life;
	}

	/** Ends every grant and browser session of a person: AADSTS50173. */
	public void revoke(UUID person) {
		this.tokensValidFrom.put(person, this.clock.instant());
	}

	/**
	 * Everything works as if nothing had been switched on; revoked grants count again.
	 */
	public void reset() {
		this.tokensValidFrom.clear();
		this.strongSignIn = false;
		this.blocked = false;
		this.authenticationContext = null;
		this.lifetime = null;
		this.unavailable.set(0);
	}

	boolean strongSignInWanted() {
		return this.strongSignIn;
	}

	boolean blocked() {
		return this.blocked;
	}

	Optional<String> authenticationContext() {
		return Optional.ofNullable(this.authenticationContext);
	}

	Optional<Duration> accessTokenLifetime() {
		return Optional.ofNullable(this.lifetime);
	}

	boolean takeFailure() {
		return this.unavailable.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
	}

	int failuresLeft() {
		return this.unavailable.get();
	}

	/** Since when the grants of a person count; empty when never revoked. */
	Optional<Instant> tokensValidFrom(UUID person) {
		return Optional.ofNullable(this.tokensValidFrom.get(person));
	}

	boolean revoked(UUID person, Instant granted) {
		return tokensValidFrom(person).map((from) -> !granted.isAfter(from)).orElse(false);
	}

}
