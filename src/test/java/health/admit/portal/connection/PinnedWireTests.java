package health.admit.portal.connection;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.cloud.HealthAddress;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PinnedWireTests {

	private static final ServiceRequest REQUEST = ServiceRequest.get("/metadata", Media.FHIR);

	private Canary wanted;

	private Canary other;

	@BeforeEach
	void listen() {
		this.wanted = new Canary("127.0.0.1");
		this.other = new Canary("127.0.0.1");
	}

	@AfterEach
	void silence() {
		this.wanted.close();
		this.other.close();
	}

	@Test
	void aNameIsLookedUpOnceForEachConnectionAndCheckedEachTime() throws Exception {
		List<String> lookUps = new ArrayList<>();
		try (Canary rebound = new Canary("127.0.0.2"); PinnedWire wire = new PinnedWire((name) -> {
			lookUps.add(name);
			return new InetAddress[] { InetAddress.getByName((lookUps.size() == 1) ? "127.0.0.1" : "127.0.0.2") };
		}, (address) -> address.getHostAddress().equals("127.0.0.1"), DefaultSchemePortResolver.INSTANCE,
				Duration.ofSeconds(5))) {
			assertThat(wire.send(service(this.wanted.port()), REQUEST, null)).isInstanceOf(WireAnswer.Answered.class);
			assertThat(lookUps).containsExactly("localhost");
			assertThat(wire.send(service(rebound.port()), REQUEST, null))
				.isEqualTo(new WireAnswer.Silent(WireAnswer.Silence.NOT_PUBLIC));
			assertThat(rebound.connections()).isZero();
		}
	}

	@Test
	void noRedirectIsFollowed() throws Exception {
		this.wanted.answer("HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:" + this.other.port()
				+ "/\r\nContent-Length: 0\r\n\r\n");
		try (PinnedWire wire = wire(Duration.ofSeconds(5))) {
			assertThat(wire.send(service(this.wanted.port()), REQUEST, new IssuedToken("a-token")))
				.isInstanceOfSatisfying(WireAnswer.Answered.class,
						(answer) -> assertThat(answer.status()).isEqualTo(307));
		}
		assertThat(this.other.connections()).isZero();
	}

	@Test
	void noProxyIsAsked() throws Exception {
		String host = System.setProperty("http.proxyHost", "127.0.0.1");
		String port = System.setProperty("http.proxyPort", String.valueOf(this.other.port()));
		String direct = System.setProperty("http.nonProxyHosts", "");
		try (PinnedWire wire = wire(Duration.ofSeconds(5))) {
			assertThat(wire.send(service(this.wanted.port()), REQUEST, null)).isInstanceOf(WireAnswer.Answered.class);
		}
		finally {
			restore("http.proxyHost", host);
			restore("http.proxyPort", port);
			restore("http.nonProxyHosts", direct);
		}
		assertThat(this.other.connections()).isZero();
		assertThat(this.wanted.connections()).isOne();
	}

	@Test
	void onlyTheBeginningOfABodyIsRead() throws Exception {
		this.wanted.answer(
				"HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json; charset=utf-8\r\nContent-Length: 9000000\r\n\r\n"
						+ "x".repeat(200_000));
		try (PinnedWire wire = wire(Duration.ofSeconds(30))) {
			assertThat(wire.send(service(this.wanted.port()), REQUEST, null))
				.isInstanceOfSatisfying(WireAnswer.Answered.class, (answer) -> {
					assertThat(answer.contentType()).isEqualTo("application/fhir+json");
					assertThat(answer.body()).hasSize(PinnedWire.LARGEST_BODY);
				});
		}
	}

	@Test
	void aServiceThatNeverEndsItsAnswerIsTooSlow() throws Exception {
		this.wanted.answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
		try (PinnedWire wire = new PinnedWire((name) -> new InetAddress[] { InetAddress.getByName("127.0.0.1") },
				(any) -> true, DefaultSchemePortResolver.INSTANCE, Duration.ofMillis(300));
				Silent silent = new Silent()) {
			assertThat(wire.send(service(silent.port()), REQUEST, null))
				.isEqualTo(new WireAnswer.Silent(WireAnswer.Silence.TOO_SLOW));
		}
	}

	@Test
	void aServiceThatCannotProveItselfIsNotTalkedTo() throws Exception {
		try (PinnedWire wire = new PinnedWire((name) -> new InetAddress[] { InetAddress.getByName("127.0.0.1") },
				(any) -> true, (host) -> this.wanted.port(), Duration.ofSeconds(5))) {
			Cloud real = new Cloud(CloudName.GLOBAL, UUID.randomUUID(), URI.create("https://login.microsoftonline.com"),
					URI.create("https://graph.microsoft.com"), URI.create("https://management.azure.com"),
					URI.create("https://portal.azure.com"));
			HealthAddress.Accepted service = (HealthAddress.Accepted) HealthAddress.of(real,
					"https://contoso-fhir.fhir.azurehealthcareapis.com");
			assertThat(wire.send(service, REQUEST, new IssuedToken("a-token")))
				.isEqualTo(new WireAnswer.Silent(WireAnswer.Silence.NOT_TRUSTED));
		}
	}

	@Test
	void nameAndLineFailWithTheirCause() throws Exception {
		try (PinnedWire wire = new PinnedWire((name) -> {
			throw new UnknownHostException(name);
		}, (any) -> true, DefaultSchemePortResolver.INSTANCE, Duration.ofSeconds(5))) {
			assertThat(wire.send(service(1), REQUEST, null))
				.isEqualTo(new WireAnswer.Silent(WireAnswer.Silence.NAME_UNKNOWN));
		}
		int port = this.other.port();
		this.other.close();
		try (PinnedWire wire = wire(Duration.ofSeconds(5))) {
			assertThat(wire.send(service(port), REQUEST, null))
				.isEqualTo(new WireAnswer.Silent(WireAnswer.Silence.UNREACHABLE));
		}
	}

	private static PinnedWire wire(Duration limit) {
		return new PinnedWire((name) -> new InetAddress[] { InetAddress.getByName("127.0.0.1") },
				InetAddress::isLoopbackAddress, DefaultSchemePortResolver.INSTANCE, limit);
	}

	private static HealthAddress.Accepted service(int port) {
		URI origin = URI.create("http://localhost:" + port);
		return (HealthAddress.Accepted) HealthAddress.of(
				new Cloud(CloudName.SANDBOX, UUID.randomUUID(), origin, origin, origin, origin),
				origin + "/fhir/contoso-fhir");
	}

	private static void restore(String name, String value) {
		if (value == null) {
			System.clearProperty(name);
		}
		else {
			System.setProperty(name, value);
		}
	}

	/** Accepts connections and says nothing, as the backlog of a socket does. */
	private static final class Silent implements AutoCloseable {

		private final java.net.ServerSocket socket;

		Silent() throws java.io.IOException {
			this.socket = new java.net.ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
		}

		int port() {
			return this.socket.getLocalPort();
		}

		@Override
		public void close() throws java.io.IOException {
			this.socket.close();
		}

	}

}
