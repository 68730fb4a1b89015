package health.admit.sandbox.oidc;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * Who is signed in in which browser.
 */
@Component
class BrowserSessions {

	private static final int MOST = 20_000;

	private final Map<String, Session> byKey = new ConcurrentHashMap<>();

	private final SecureRandom random = new SecureRandom();

	private final OidcProperties properties;

	private final SignInFaults faults;

	private final Clock clock;

	BrowserSessions(OidcProperties properties, SignInFaults faults, Clock clock) {
		this.properties = properties;
		this.faults = faults;
		this.clock = clock;
	}

	/**
	 * A browser in which somebody is signed in.
	 *
	 * @param clients the applications that were signed in to
	 */
	record Session(SignedIn signedIn, Set<UUID> clients, Instant began) {
	}

	/** Begins a session and returns its key, which only the browser holds. */
	String begin(SignedIn signedIn, Set<UUID> clients) {
		Instant now = this.clock.instant();
		this.byKey.values().removeIf((session) -> isOver(session, now));
		if (this.byKey.size() >= MOST) {
			throw GrantRefusals.unavailable();
		}
		String key = randomKey();
		this.byKey.put(key, new Session(signedIn, Set.copyOf(clients), now));
		return key;
	}

	Optional<Session> find(String key) {
		Instant now = this.clock.instant();
		return Optional.ofNullable(this.byKey.get(key)).filter((session) -> !isOver(session, now));
	}

	/** Remembers that an application was signed in to. */
	void visited(String key, UUID client) {
		this.byKey.computeIfPresent(key, (same, session) -> {
			Set<UUID> clients = new LinkedHashSet<>(session.clients());
			clients.add(client);
			return new Session(session.signedIn(), clients, session.began());
		});
	}

	void end(String key) {
		this.byKey.remove(key);
	}

	String randomKey() {
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		return TokenSigner.encode(bytes);
	}

	private boolean isOver(Session session, Instant now) {
		return !now.isBefore(session.began().plus(this.properties.session()))
				|| this.faults.revoked(session.signedIn().person(), session.signedIn().at());
	}

}
