package health.admit.portal.connection;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.cloud.HealthAddress;
import health.admit.portal.cloud.HealthAddress.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Sixty ways to send the portal somewhere it must not go. In each of them the canaries,
 * which listen wherever these lead, see no connection.
 */
class RefusedAddressTests {

	private static final String SERVICE = "https://contoso-fhir.fhir.azurehealthcareapis.com";

	private static final Cloud CLOUD = new Cloud(CloudName.GLOBAL, UUID.randomUUID(),
			URI.create("https://login.microsoftonline.com"), URI.create("https://graph.microsoft.com"),
			URI.create("https://management.azure.com"), URI.create("https://portal.azure.com"));

	private static Canary canary;

	@BeforeAll
	static void listen() {
		canary = new Canary("127.0.0.1", "127.0.0.2");
	}

	@AfterAll
	static void silence() {
		canary.close();
	}

	@ParameterizedTest
	@MethodSource("addresses")
	void isRefusedBeforeAnybodyLooksItUp(String text, Problem problem) {
		int before = canary.connections();
		HealthAddress address = HealthAddress.of(CLOUD, text);
		assertThat(address).isEqualTo(new HealthAddress.Refused(problem));
		assertThat(canary.connections()).isEqualTo(before);
	}

	static Stream<Arguments> addresses() {
		return Stream.of(
				// Not an address of the Web
				arguments("", Problem.EMPTY), arguments("   \r\n", Problem.EMPTY),
				arguments("https://" + "a".repeat(300) + ".fhir.azurehealthcareapis.com", Problem.TOO_LONG),
				arguments("contoso-fhir.fhir.azurehealthcareapis.com", Problem.SCHEME),
				arguments("http://contoso-fhir.fhir.azurehealthcareapis.com", Problem.SCHEME),
				arguments("ftp://contoso-fhir.fhir.azurehealthcareapis.com", Problem.SCHEME),
				arguments("file:///etc/passwd", Problem.NOT_AN_ADDRESS),
				arguments("gopher://127.0.0.1:70/x", Problem.SCHEME), arguments("javascript:alert", Problem.SCHEME),
				arguments("https:contoso-fhir.fhir.azurehealthcareapis.com", Problem.SCHEME),
				arguments("https:///contoso-fhir.fhir.azurehealthcareapis.com", Problem.NOT_AN_ADDRESS),
				arguments("//contoso-fhir.fhir.azurehealthcareapis.com", Problem.SCHEME),
				// Addresses of machines, however written
				arguments("https://127.0.0.1", Problem.IP_ADDRESS), arguments("https://127.1", Problem.IP_ADDRESS),
				arguments("https://2130706433", Problem.IP_ADDRESS),
				arguments("https://0x7f000001", Problem.IP_ADDRESS),
				arguments("https://0177.0.0.1", Problem.IP_ADDRESS), arguments("https://0", Problem.IP_ADDRESS),
				arguments("https://169.254.169.254/metadata/instance", Problem.IP_ADDRESS),
				arguments("https://168.63.129.16", Problem.IP_ADDRESS),
				arguments("https://127.0.0.1:443", Problem.IP_ADDRESS),
				arguments("https://127.0.0.1:8081", Problem.IP_ADDRESS), arguments("https://[::1]", Problem.IP_ADDRESS),
				arguments("https://[::ffff:127.0.0.1]", Problem.IP_ADDRESS),
				arguments("https://[fd00::1]:443/", Problem.IP_ADDRESS),
				// Names of other machines
				arguments("https://localhost", Problem.OTHER_HOST),
				arguments("https://localhost.", Problem.TRAILING_DOT),
				arguments("https://evil.example", Problem.OTHER_HOST),
				arguments("https://azurehealthcareapis.com", Problem.OTHER_HOST),
				arguments("https://contoso-fhir.fhir.azurehealthcareapis.com.evil.example", Problem.OTHER_HOST),
				arguments("https://contoso-fhir.fhir.azurehealthcareapis.com.", Problem.TRAILING_DOT),
				arguments("https://evilazurehealthcareapis.com", Problem.OTHER_HOST),
				arguments("https://contoso-fhir.evilfhir.azurehealthcareapis.com", Problem.OTHER_HOST),
				arguments("https://contoso-fhir-fhir.azurehealthcareapis.com", Problem.RETIRED),
				arguments("https://a.contoso-fhir.fhir.azurehealthcareapis.com", Problem.OTHER_HOST),
				arguments("https://contoso.workspace.azurehealthcareapis.com", Problem.WORKSPACE),
				arguments("https://127.0.0.1.fhir.azurehealthcareapis.com", Problem.OTHER_HOST),
				arguments("https://contoso-fhir..fhir.azurehealthcareapis.com", Problem.OTHER_HOST),
				arguments("https://.fhir.azurehealthcareapis.com", Problem.NAME),
				arguments("https://contoso.fhir.azurehealthcareapis.com", Problem.NAME),
				arguments("https://-contoso-fhir.fhir.azurehealthcareapis.com", Problem.NAME),
				arguments("https://xn--contso-kva-fhir.fhir.azurehealthcareapis.com", Problem.PUNYCODE),
				arguments("https://contoso-fhir.xn--fhir-x.azurehealthcareapis.com", Problem.PUNYCODE),
				// Ports and what stands around the name
				arguments(SERVICE + ":80", Problem.PORT), arguments(SERVICE + ":8443", Problem.PORT),
				arguments(SERVICE + ":", Problem.PORT), arguments(SERVICE + ":0443", Problem.PORT),
				arguments("https://user@contoso-fhir.fhir.azurehealthcareapis.com", Problem.USER_INFO),
				arguments(SERVICE + "@127.0.0.1", Problem.USER_INFO),
				arguments(SERVICE + "\\@127.0.0.1", Problem.BACKSLASH),
				arguments("https:\\\\contoso-fhir.fhir.azurehealthcareapis.com", Problem.BACKSLASH),
				arguments("https://127.0.0.1%2523.fhir.azurehealthcareapis.com", Problem.ENCODED),
				arguments("https://contoso-fhir%2efhir.azurehealthcareapis.com", Problem.ENCODED),
				arguments("https://evil.example#.fhir.azurehealthcareapis.com", Problem.QUERY),
				arguments("https://evil.example?.fhir.azurehealthcareapis.com", Problem.QUERY),
				arguments("https://contoso-fhir.fhir.azurehealthcareapis\uFF0Ecom", Problem.NOT_ASCII),
				arguments("https://\u2460\u2461\u2466.0.0.1", Problem.NOT_ASCII),
				arguments("https://cont\u043Eso-fhir.fhir.azurehealthcareapis.com", Problem.NOT_ASCII),
				arguments("https://contoso-fhir.fhir.azurehealthcareapis.com\u0000.evil.example", Problem.CHARACTER),
				arguments("https://contoso-fhir.fhir. azurehealthcareapis.com", Problem.CHARACTER),
				arguments("https://contoso-fhir.fhir.azurehealthcareapis.com\r\nHost: evil", Problem.CHARACTER),
				// Paths
				arguments(SERVICE + "/Patient", Problem.PATH), arguments(SERVICE + "/../x", Problem.PATH),
				arguments(SERVICE + "//evil.example", Problem.PATH));
	}

	@ParameterizedTest
	@MethodSource("places")
	void aNameThatLeadsToAPlaceOfItsOwnIsNotFollowed(String place) throws Exception {
		try (PinnedWire wire = wire((name) -> addresses(place), AddressRange::isPublic)) {
			int before = canary.connections();
			assertThat(wire.send(service(), ServiceRequest.get("/metadata", Media.FHIR), null))
				.isEqualTo(new WireAnswer.Silent(WireAnswer.Silence.NOT_PUBLIC));
			assertThat(canary.connections()).isEqualTo(before);
		}
	}

	static Stream<String> places() {
		return Stream.of("127.0.0.1", "127.0.0.2", "0.0.0.0", "10.0.0.4", "100.64.0.1", "168.63.129.16",
				"169.254.169.254", "172.16.3.4", "172.31.255.254", "192.0.0.8", "192.0.2.1", "192.88.99.1",
				"192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.9", "224.0.0.1", "240.0.0.1",
				"255.255.255.255", "::1", "::", "::ffff:127.0.0.1", "fe80::1", "fc00::1", "fd00::1", "fec0::1",
				"ff02::1", "64:ff9b::7f00:1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::1", "3fff::1",
				"5f00::1",
				// One good address does not make up for another.
				"20.42.0.1,127.0.0.1", "2603:1030::1,::1");
	}

	@Test
	void placesOfTheInternetAreAllowed() throws UnknownHostException {
		for (String place : new String[] { "20.42.0.1", "52.239.1.1", "168.63.129.15", "172.32.0.1", "100.128.0.1",
				"2603:1030::1", "2a01:111::1" }) {
			assertThat(AddressRange.isPublic(InetAddress.getByName(place))).as(place).isTrue();
		}
	}

	@Test
	void aCanaryWouldSeeAConnectionIfThereWereOne() throws Exception {
		int before = canary.connections();
		try (PinnedWire wire = wire((name) -> addresses("127.0.0.1"), (any) -> true)) {
			wire.send(service(), ServiceRequest.get("/metadata", Media.FHIR), null);
		}
		assertThat(canary.connections()).isEqualTo(before + 1);
	}

	private static PinnedWire wire(PinnedWire.Names names, java.util.function.Predicate<InetAddress> allowed) {
		return new PinnedWire(names, allowed, (host) -> canary.port(), Duration.ofSeconds(5));
	}

	private static InetAddress[] addresses(String places) {
		return Arrays.stream(places.split(",")).map((place) -> {
			try {
				return InetAddress.getByName(place);
			}
			catch (UnknownHostException ex) {
				throw new IllegalArgumentException(place, ex);
			}
		}).toArray(InetAddress[]::new);
	}

	private static HealthAddress.Accepted service() {
		return (HealthAddress.Accepted) HealthAddress.of(CLOUD, SERVICE);
	}

}
