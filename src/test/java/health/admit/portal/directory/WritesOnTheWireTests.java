package health.admit.portal.directory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.directory.StubGraph.Reply;
import health.admit.portal.signin.DelegatedScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * What a write looks like on the wire, and what is told about it, when things go wrong.
 */
class WritesOnTheWireTests {

	private static final UUID APPLICATION = UUID.randomUUID();

	private static final ConsentGrant GRANT = new ConsentGrant("g", UUID.randomUUID(), UUID.randomUUID(), List.of());

	private static final UUID REQUEST = UUID.randomUUID();

	private static final String SECRET = """
			{"keyId":"5d7e3a10-1c1b-4f5e-9d40-2f1f0e7c7a11","displayName":"x","hint":"abc",
			"startDateTime":"2026-11-23T08:00:00.1234567Z","endDateTime":"2027-05-23T08:00:00Z","secretText":"abc~s3cret"}""";

	private final StubGraph graph = new StubGraph();

	private final StubbedDirectory stubbed = new StubbedDirectory(this.graph.origin());

	@AfterEach
	void close() {
		this.graph.close();
	}

	@Test
	void theSecretComesBackOnceAndOnlyOnRequest() {
		this.graph.will(Reply.json(200, SECRET, "request-id: r-1"));
		Answer<IssuedSecret> answer = addSecret();
		assertThat(answer).asInstanceOf(type(Answer.Success.class))
			.extracting(Answer.Success::value, as(type(IssuedSecret.class)))
			.satisfies((secret) -> {
				assertThat(secret.secret().reveal()).isEqualTo("abc~s3cret");
				assertThat(secret.start()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
				assertThat(secret).asString().doesNotContain("s3cret");
			});
		assertThat(answer.trace().requestId()).isEqualTo("r-1");
		assertThat(answer.trace().clientRequestId()).isEqualTo(REQUEST);
	}

	@Test
	void theCallCarriesItsOwnIdAndTheTokenOfItsScopes() {
		this.graph.will(Reply.json(200, SECRET));
		addSecret();
		StubGraph.Request request = this.graph.onlyRequest();
		assertThat(request.header("client-request-id")).isEqualTo(REQUEST.toString());
		assertThat(request.header("Authorization")).isEqualTo("Bearer token0");
		assertThat(this.stubbed.asked).containsExactly(Set.of(DelegatedScope.APPLICATION_WRITE));
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.path()).isEqualTo("/v1.0/applications/" + APPLICATION + "/addPassword");
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 502, 503, 504 })
	void isSentOnceHoweverBusyGraphIs(int status) {
		this.graph.will(Reply.error(status, "tooBusy", "Try later", "Retry-After: 7", "request-id: r-2"));
		assertThat(addSecret()).asInstanceOf(type(Answer.Failure.class)).satisfies((failure) -> {
			assertThat(failure.status()).isEqualTo(status);
			assertThat(failure.code()).isEqualTo("tooBusy");
			assertThat(failure.message()).isEqualTo("Try later");
			assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
			assertThat(failure.trace().requestId()).isEqualTo("r-2");
		});
		assertThat(this.graph.requests()).hasSize(1);
		assertThat(this.stubbed.pauses).isEmpty();
	}

	@Test
	void anErrorPageOfAProxyIsAFailureToo() {
		this.graph.will(Reply.json(502, "<html>Bad gateway</html>"));
		assertThat(addSecret()).asInstanceOf(type(Answer.Failure.class))
			.satisfies((failure) -> assertThat(failure.status()).isEqualTo(502));
		this.graph.will(Reply.json(504, ""));
		assertThat(addSecret()).asInstanceOf(type(Answer.Failure.class))
			.satisfies((failure) -> assertThat(failure.status()).isEqualTo(504));
	}

	@Test
	void isSentOnceWhenTheConnectionBreaks() {
		this.graph.will(Reply.drop());
		assertSilence(addSecret(), true);
		assertThat(this.graph.requests()).hasSize(1);
	}

	@Test
	void isSentOnceWhenAConnectionInUseBreaks() {
		this.graph.will(Reply.json(200, SECRET), Reply.drop());
		addSecret();
		assertSilence(addSecret(), true);
		assertThat(this.graph.requests()).hasSize(2);
	}

	@Test
	void isOnTheSafeSideWhenTheAnswerIsCutShort() {
		this.graph.will(Reply.cut(SECRET.substring(0, 60)));
		assertSilence(addSecret(), true);
		assertThat(this.graph.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "null", "[]", "<html>signed out</html>", "{\"keyId\":\"5d7e3a10", "true" })
	void isOnTheSafeSideWhenTheAnswerMakesNoSense(String body) {
		this.graph.will(Reply.json(200, body));
		assertSilence(addSecret(), true);
		assertThat(this.graph.requests()).hasSize(1);
	}

	@Test
	void isOnTheSafeSideWhenNoAnswerComes() {
		StubbedDirectory impatient = new StubbedDirectory(this.graph.origin(), Duration.ofMillis(300));
		this.graph.will(Reply.silence());
		assertSilence(impatient.directory().addSecret(APPLICATION, "x", null, Instant.EPOCH, REQUEST), true);
		assertThat(this.graph.requests()).hasSize(1);
	}

	@Test
	void knowsThatNothingWasSentWhenNobodyListens() throws IOException {
		URI nobody;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
		}
		assertSilence(
				new StubbedDirectory(nobody).directory().addSecret(APPLICATION, "x", null, Instant.EPOCH, REQUEST),
				false);
		assertSilence(new StubbedDirectory(URI.create("http://nowhere.invalid")).directory()
			.addSecret(APPLICATION, "x", null, Instant.EPOCH, REQUEST), false);
	}

	@Test
	void goesNowhereElse() {
		try (StubGraph canary = new StubGraph()) {
			canary.will(Reply.json(200, SECRET));
			for (int status : new int[] { 301, 302, 307, 308 }) {
				this.graph.will(Reply.json(status, "", "Location: " + canary.origin() + "/v1.0/applications"));
				assertThat(addSecret()).asInstanceOf(type(Answer.Failure.class))
					.satisfies((failure) -> assertThat(failure.status()).isEqualTo(status));
			}
			assertThat(canary.requests()).isEmpty();
		}
	}

	@Test
	void aClaimsChallengeIsPassedOnAndNotTriedAgain() {
		String claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
		String encoded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
		this.graph.will(Reply.error(401, "InvalidAuthenticationToken", "Continuous access evaluation",
				"WWW-Authenticate: Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + encoded + "\""));
		assertThat(addSecret()).asInstanceOf(type(Answer.Failure.class)).satisfies((failure) -> {
			assertThat(failure.status()).isEqualTo(401);
			assertThat(failure.code()).isEqualTo("InvalidAuthenticationToken");
			assertThat(failure.claims()).isEqualTo(claims);
		});
		assertThat(this.graph.requests()).hasSize(1);
		assertThat(this.stubbed.forgotten).isEqualTo(1);
	}

	@Test
	void anUpsertOfWhatIsThereBringsNothingBack() {
		this.graph.will(Reply.json(204, ""));
		NewApplication application = Bodies.confidential("Imaging bridge");
		assertThat(this.stubbed.directory().upsertApplication("admit-1", application, REQUEST))
			.asInstanceOf(type(Answer.Success.class))
			.satisfies((success) -> assertThat(success.value()).isEqualTo(Optional.empty()));
		StubGraph.Request request = this.graph.onlyRequest();
		assertThat(request.method()).isEqualTo("PATCH");
		assertThat(request.path()).isEqualTo("/v1.0/applications(uniqueName='admit-1')");
		assertThat(request.header("Prefer")).isEqualTo("create-if-missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>signed out</html>", "{}" })
	void nobodyElsesPageCountsAsDone(String page) {
		this.graph.will(Reply.json(200, page));
		assertSilence(this.stubbed.directory().removeSecret(APPLICATION, UUID.randomUUID(), REQUEST), true);
		assertSilence(this.stubbed.directory().changeGrant(GRANT, List.of("user_impersonation"), REQUEST), true);
		assertSilence(
				this.stubbed.directory().upsertApplication("admit-1", Bodies.confidential("Imaging bridge"), REQUEST),
				true);
		this.graph.will(Reply.json(302, page, "Location: https://login.example/"));
		assertThat(this.stubbed.directory().removeSecret(APPLICATION, UUID.randomUUID(), REQUEST))
			.asInstanceOf(type(Answer.Failure.class))
			.satisfies((failure) -> assertThat(failure.status()).isEqualTo(302));
	}

	@Test
	void callsAreCountedByKindAndStatus() {
		this.graph.will(Reply.json(200, SECRET), Reply.drop());
		addSecret();
		addSecret();
		assertThat(this.stubbed.meters.get(CallGate.METRIC)
			.tags("kind", "write", "call", "application.add-secret", "status", "200")
			.timer()
			.count()).isEqualTo(1);
		assertThat(this.stubbed.meters.get(CallGate.METRIC).tags("kind", "write", "status", "none").timer().count())
			.isEqualTo(1);
	}

	private Answer<IssuedSecret> addSecret() {
		return this.stubbed.directory()
			.addSecret(APPLICATION, "label", null, Instant.parse("2027-05-23T08:00:00Z"), REQUEST);
	}

	private static void assertSilence(Answer<?> answer, boolean sent) {
		assertThat(answer).asInstanceOf(type(Answer.Silence.class)).satisfies((silence) -> {
			assertThat(silence.sent()).as(silence.cause()).isEqualTo(sent);
			assertThat(silence.cause()).isNotBlank().doesNotContain("token0");
			assertThat(silence.trace().clientRequestId()).isEqualTo(REQUEST);
		});
	}

}
