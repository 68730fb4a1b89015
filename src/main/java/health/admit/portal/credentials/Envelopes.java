package health.admit.portal.credentials;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import health.admit.portal.audit.AuditEntry;
import health.admit.portal.audit.AuditTrail;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.SecretValue;
import health.admit.portal.credentials.EnvelopeStatus.Phase;
import health.admit.portal.credentials.EnvelopeStore.Envelope;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.SecretKeeper;
import health.admit.portal.signin.Operator;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a fresh client secret once, to the person and in the browser that asked for it.
 * The database holds the sealed secret until ten minutes after the operation has
 * finished, the browser holds the key that opens it, and neither is of any use alone.
 */
@Service
public class Envelopes implements SecretKeeper {

	/**
	 * How long a secret can be read after its operation has finished. Before that nobody
	 * is shown it.
	 */
	public static final Duration READABLE = Duration.ofMinutes(10);

	/** How long a secret waits for an operation that parks after making it. */
	static final Duration KEPT = Duration.ofHours(8);

	/** An operation may be parked over lunch; the key alone opens nothing. */
	private static final Duration COOKIE_LIFE = Duration.ofHours(12);

	/** As long as somebody may read a page before confirming what it says. */
	private static final Duration OFFER_LIFE = Duration.ofHours(1);

	private static final int LONGEST_NAME = 300;

	private final EnvelopeStore store;

	private final AuditTrail audit;

	private final Clock clock;

	private final boolean secure;

	Envelopes(EnvelopeStore store, AuditTrail audit, Clock clock, Cloud cloud) {
		this.store = store;
		this.audit = audit;
		this.clock = clock;
		this.secure = !cloud.isSandbox();
	}

	@Override
	public Optional<ResponseCookie> offer(OperationId operation, @Nullable String held) {
		return EnvelopeSeal.pair(decode(held)).isPresent() ? Optional.empty()
				: Optional.of(cookie(operation, EnvelopeSeal.newPair(), OFFER_LIFE));
	}

	/**
	 * Makes an envelope ready for the secret of an operation; call it in the transaction
	 * that starts the operation. Called again before the secret is there, for the same or
	 * another operator who took the operation over, only the newest key counts.
	 */
	@Override
	@Transactional
	public Optional<ResponseCookie> prepare(OperationId operation, Operator operator, @Nullable String held) {
		EnvelopeSeal.Pair pair = EnvelopeSeal.pair(decode(held)).orElseGet(EnvelopeSeal::newPair);
		return this.store.prepare(operation.value(), operator, pair.publicKey(), this.clock.instant())
				? Optional.of(cookie(operation, pair, COOKIE_LIFE)) : Optional.empty();
	}

	@Override
	public String cookieName(OperationId operation) {
		return (this.secure ? "__Host-" : "") + "admit-envelope-" + operation;
	}

	/**
	 * Tells the browser to forget the cookie, once the secret was shown.
	 */
	public ResponseCookie discardedCookie(OperationId operation) {
		return cookie(operation, "", Duration.ZERO);
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void keep(OperationId operation, SecretValue secret) {
		Envelope envelope = this.store.lock(operation.value())
			.orElseThrow(() -> new IllegalStateException("No envelope for operation " + operation));
		byte[] sealed = EnvelopeSeal.seal(envelope.publicKey(), operation.value(), secret.reveal());
		Instant now = this.clock.instant();
		if (!this.store.seal(operation.value(), sealed, now, now.plus(KEPT))) {
			throw new IllegalStateException("A secret of operation " + operation + " was shown already");
		}
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void finished(OperationId operation) {
		Instant now = this.clock.instant();
		this.store.readableUntil(operation.value(), now.plus(READABLE), now);
	}

	/**
	 * How the envelope stands for this browser; opens nothing.
	 * @param key value of the browser's cookie {@link #cookieName}
	 */
	@Transactional(readOnly = true)
	public EnvelopeStatus status(OperationId operation, @Nullable String key, Operator operator) {
		return this.store.find(operation.value())
			.filter((envelope) -> envelope.tenant().equals(operator.tenant()))
			.map((envelope) -> status(envelope, key, operator))
			.orElse(new EnvelopeStatus(Phase.ELSEWHERE, null, null, null));
	}

	/**
	 * Opens the envelope and throws its content away, in one transaction with the audit
	 * record. Of several calls at the same time one gets the secret.
	 * @param key value of the browser's cookie {@link #cookieName}
	 */
	@Transactional
	public Revelation reveal(OperationId operation, @Nullable String key, Operator operator) {
		Optional<Envelope> found = this.store.lock(operation.value())
			.filter((envelope) -> envelope.tenant().equals(operator.tenant()));
		if (found.isEmpty()) {
			return new Revelation.WrongBrowser();
		}
		EnvelopeStatus status = status(found.get(), key, operator);
		return switch (status.phase()) {
			case WAITING -> new Revelation.NotYet();
			case ELSEWHERE -> new Revelation.WrongBrowser();
			case REVEALED -> new Revelation.AlreadyRevealed(Objects.requireNonNull(status.since()),
					Objects.requireNonNull(status.revealedBy()));
			case EXPIRED -> new Revelation.Expired(Objects.requireNonNull(status.since()));
			case READY -> open(operation, found.get(), key, operator);
		};
	}

	private Revelation open(OperationId operation, Envelope envelope, @Nullable String key, Operator operator) {
		Optional<String> text = EnvelopeSeal.open(decode(key), envelope.publicKey(), operation.value(),
				Objects.requireNonNull(envelope.sealed()));
		if (text.isEmpty()) {
			return new Revelation.WrongBrowser();
		}
		Instant now = this.clock.instant();
		if (!this.store.markRevealed(operation.value(), storable(operator.displayName()), now)) {
			return new Revelation.AlreadyRevealed(now, operator.displayName());
		}
		this.audit.append(new AuditEntry(operator.tenant(), operator.objectId(), "secret.reveal", operation.value(),
				operation.toString(), Map.of()));
		return new Revelation.Revealed(new SecretValue(text.get()));
	}

	private EnvelopeStatus status(Envelope envelope, @Nullable String key, Operator operator) {
		if (envelope.revealedAt() != null) {
			return new EnvelopeStatus(Phase.REVEALED, null, envelope.revealedAt(), envelope.revealedBy());
		}
		Instant until = envelope.readableUntil();
		if (until != null && (envelope.expiredAt() != null || !this.clock.instant().isBefore(until))) {
			return new EnvelopeStatus(Phase.EXPIRED, null, until, null);
		}
		if (!envelope.belongsTo(operator) || !EnvelopeSeal.belongTogether(decode(key), envelope.publicKey())) {
			return new EnvelopeStatus(Phase.ELSEWHERE, null, null, null);
		}
		return new EnvelopeStatus((until != null) ? Phase.READY : Phase.WAITING, until, null, null);
	}

	private ResponseCookie cookie(OperationId operation, EnvelopeSeal.Pair pair, Duration life) {
		return cookie(operation, Base64.getUrlEncoder().withoutPadding().encodeToString(pair.privateKey()), life);
	}

	private ResponseCookie cookie(OperationId operation, String value, Duration life) {
		return ResponseCookie.from(cookieName(operation), value)
			.httpOnly(true)
			.secure(this.secure)
			.sameSite("Lax")
			.path("/")
			.maxAge(life)
			.build();
	}

	private static byte[] decode(@Nullable String key) {
		try {
			return (key != null) ? Base64.getUrlDecoder().decode(key) : new byte[0];
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	/** PostgreSQL stores no NUL, and a directory may hold anything. */
	private static String storable(String name) {
		String printable = name.replace("\u0000", "");
		return (printable.length() > LONGEST_NAME) ? printable.substring(0, LONGEST_NAME) : printable;
	}

}
