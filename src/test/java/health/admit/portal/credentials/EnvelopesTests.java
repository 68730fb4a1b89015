package health.admit.portal.credentials;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import health.admit.portal.audit.AuditEntry;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.cloud.SecretValue;
import health.admit.portal.credentials.EnvelopeStatus.Phase;
import health.admit.portal.operation.OperationId;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.PortalRole;
import health.admit.support.Database;
import health.admit.support.OnEachDatabase;
import health.admit.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.ResponseCookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@OnEachDatabase
class EnvelopesTests {

	private static final String SECRET = "7Q~canary-9d1c.secret_text";

	private static final UUID TENANT = UUID.randomUUID();

	private static final Operator ADA = person("Ada Registrar");

	private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

	private final OperationId operation = OperationId.random();

	private final List<AuditEntry> audited = new ArrayList<>();

	private final TestDatabase database;

	private final Envelopes envelopes;

	private final EnvelopeStore store;

	private Instant now = START;

	EnvelopesTests(Database database) {
		this.database = database.fresh();
		this.store = new EnvelopeStore(this.database.jdbc());
		this.envelopes = envelopes(CloudName.GLOBAL);
	}

	@BeforeEach
	void confirm() {
		this.now = START;
	}

	@Test
	void theSecretIsShownOnceToTheBrowserThatAsked() {
		String key = prepare();
		assertThat(status(key)).isEqualTo(Phase.WAITING);
		assertThat(reveal(key, ADA)).isInstanceOf(Revelation.NotYet.class);
		keep();
		assertThat(status(key)).isEqualTo(Phase.READY);
		assertThat(text(reveal(key, ADA))).isEqualTo(SECRET);
		this.now = START.plusSeconds(5);
		assertThat(reveal(key, ADA)).isEqualTo(new Revelation.AlreadyRevealed(START, "Ada Registrar"));
		assertThat(status(key)).isEqualTo(Phase.REVEALED);
		assertThat(this.audited).extracting(AuditEntry::action).containsExactly("secret.reveal");
		assertThat(this.audited.toString()).doesNotContain(SECRET);
	}

	@Test
	void ofFiftyAtTheSameTimeOneGetsIt() throws Exception {
		String key = prepare();
		keep();
		ExecutorService threads = Executors.newFixedThreadPool(50);
		List<Future<Revelation>> answers = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			answers.add(threads.submit(() -> reveal(key, ADA)));
		}
		int shown = 0;
		for (Future<Revelation> answer : answers) {
			shown += (answer.get() instanceof Revelation.Revealed) ? 1 : 0;
		}
		threads.shutdown();
		assertThat(shown).isOne();
	}

	@Test
	void neitherAnotherBrowserNorAnotherPersonCanOpenIt() {
		String key = prepare();
		keep();
		assertThat(reveal(null, ADA)).isInstanceOf(Revelation.WrongBrowser.class);
		assertThat(reveal("!!", ADA)).isInstanceOf(Revelation.WrongBrowser.class);
		assertThat(reveal("A".repeat(43), ADA)).isInstanceOf(Revelation.WrongBrowser.class);
		assertThat(reveal(key, person("Eve"))).isInstanceOf(Revelation.WrongBrowser.class);
		assertThat(reveal(key, new Operator(UUID.randomUUID(), ADA.objectId(), "Ada", "ada", ADA.roles())))
			.isInstanceOf(Revelation.WrongBrowser.class);
		assertThat(text(reveal(key, ADA))).isEqualTo(SECRET);
	}

	@Test
	void tenMinutesAfterTheOperationHasFinishedNobodyCan() {
		String key = prepare();
		keep();
		finish();
		this.now = START.plus(Envelopes.READABLE).minusSeconds(1);
		assertThat(status(key)).isEqualTo(Phase.READY);
		this.now = START.plus(Envelopes.READABLE);
		assertThat(reveal(key, ADA)).isEqualTo(new Revelation.Expired(this.now));
		new EnvelopeExpiry(this.store, clock()).run();
		assertThat(sealedTexts()).isZero();
		assertThat(status(key)).isEqualTo(Phase.EXPIRED);
	}

	@Test
	void theTenMinutesBeginWhenTheOperationHasFinished() {
		String key = prepare();
		keep();
		this.now = START.plusSeconds(3600);
		new EnvelopeExpiry(this.store, clock()).run();
		finish();
		assertThat(this.envelopes.status(this.operation, key, ADA).readableUntil())
			.isEqualTo(this.now.plus(Envelopes.READABLE));
		this.now = this.now.plus(Envelopes.READABLE).minusSeconds(1);
		new EnvelopeExpiry(this.store, clock()).run();
		assertThat(text(reveal(key, ADA))).isEqualTo(SECRET);
	}

	@Test
	void aSecretWhoseOperationDoesNotFinishIsThrownAwayInTheEnd() {
		String key = prepare();
		keep();
		this.now = START.plus(Envelopes.KEPT);
		finish();
		assertThat(reveal(key, ADA)).isEqualTo(new Revelation.Expired(this.now));
		new EnvelopeExpiry(this.store, clock()).run();
		assertThat(sealedTexts()).isZero();
	}

	@Test
	void theLastOfTwoConfirmationsCounts() {
		String first = prepare();
		String second = prepare();
		keep();
		assertThat(reveal(first, ADA)).isInstanceOf(Revelation.WrongBrowser.class);
		assertThat(in(() -> this.envelopes.prepare(this.operation, ADA, null))).isEmpty();
		assertThat(text(reveal(second, ADA))).isEqualTo(SECRET);
	}

	@Test
	void aFormThatIsSentTwiceKeepsTheKeyThatItsPageGave() {
		String key = this.envelopes.offer(this.operation, null).orElseThrow().getValue();
		assertThat(this.envelopes.offer(this.operation, key)).isEmpty();
		assertThat(this.envelopes.offer(this.operation, "no key")).isPresent();
		for (int post = 0; post < 2; post++) {
			assertThat(in(() -> this.envelopes.prepare(this.operation, ADA, key)).orElseThrow().getValue())
				.isEqualTo(key);
		}
		keep();
		assertThat(text(reveal(key, ADA))).isEqualTo(SECRET);
	}

	@Test
	void anotherOperatorMayTakeOverBeforeTheSecretIsThere() {
		prepare();
		Operator grace = person("Grace");
		String key = in(() -> this.envelopes.prepare(this.operation, grace, null)).orElseThrow().getValue();
		keep();
		assertThat(text(reveal(key, grace))).isEqualTo(SECRET);
	}

	@Test
	void aCopyOfTheDatabaseShowsNoSecret() {
		prepare();
		keep();
		List<Object> cells = new ArrayList<>();
		this.database.jdbc()
			.sql("select * from envelope")
			.query()
			.listOfRows()
			.forEach((row) -> cells.addAll(row.values()));
		for (Object cell : cells) {
			String text = (cell instanceof byte[] bytes) ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
					: String.valueOf(cell);
			assertThat(text).doesNotContain("canary");
		}
		assertThat(sealedTexts()).isOne();
	}

	@Test
	void keepingFailsWhereNobodyCouldEverRead() {
		assertThatIllegalStateException().isThrownBy(this::keep);
		String key = prepare();
		keep();
		reveal(key, ADA);
		assertThatIllegalStateException().isThrownBy(this::keep).withMessageNotContaining("canary");
	}

	@Test
	void theCookieIsOutOfReachOfScriptsAndOtherHosts() {
		ResponseCookie cookie = in(() -> this.envelopes.prepare(this.operation, ADA, null)).orElseThrow();
		assertThat(cookie.getName()).isEqualTo("__Host-admit-envelope-" + this.operation);
		assertThat(cookie.toString()).contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax").doesNotContain("Domain");
		ResponseCookie plain = in(() -> envelopes(CloudName.SANDBOX).prepare(OperationId.random(), ADA, null))
			.orElseThrow();
		assertThat(plain.getName()).startsWith("admit-envelope-");
		assertThat(plain.isSecure()).isFalse();
		assertThat(this.envelopes.discardedCookie(this.operation).getMaxAge()).isZero();
	}

	private Envelopes envelopes(CloudName name) {
		URI origin = URI.create("https://cloud.example");
		return new Envelopes(this.store, this.audited::add, clock(),
				new Cloud(name, TENANT, origin, origin, origin, origin));
	}

	private Clock clock() {
		return InstantSourceClock.of(() -> this.now);
	}

	private String prepare() {
		return in(() -> this.envelopes.prepare(this.operation, ADA, null)).orElseThrow().getValue();
	}

	private void keep() {
		in(() -> {
			this.envelopes.keep(this.operation, new SecretValue(SECRET));
			return true;
		});
	}

	private void finish() {
		in(() -> {
			this.envelopes.finished(this.operation);
			return true;
		});
	}

	private Revelation reveal(String key, Operator operator) {
		return in(() -> this.envelopes.reveal(this.operation, key, operator));
	}

	private Phase status(String key) {
		return this.envelopes.status(this.operation, key, ADA).phase();
	}

	private int sealedTexts() {
		return this.database.jdbc()
			.sql("select count(*) from envelope where sealed is not null")
			.query(Integer.class)
			.single();
	}

	private <T> T in(java.util.function.Supplier<T> work) {
		return this.database.transactions().execute((status) -> work.get());
	}

	private static String text(Revelation revelation) {
		return ((Revelation.Revealed) revelation).secret().reveal();
	}

	private static Operator person(String name) {
		return new Operator(TENANT, UUID.randomUUID(), name, name, Set.of(PortalRole.REGISTRAR));
	}

	/**
	 * A clock that a test moves.
	 */
	private static final class InstantSourceClock extends Clock {

		private final InstantSource source;

		private InstantSourceClock(InstantSource source) {
			this.source = source;
		}

		static Clock of(InstantSource source) {
			return new InstantSourceClock(source);
		}

		@Override
		public java.time.ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.source.instant();
		}

	}

}
