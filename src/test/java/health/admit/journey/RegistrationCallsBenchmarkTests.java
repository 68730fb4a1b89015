package health.admit.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxControls.Exchange;
import health.admit.support.SandboxServer;
import health.admit.support.TestCertificate;
import health.admit.support.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many calls to Graph a registration takes when nothing fails, from the first page to
 * the result.
 */
@Tag("benchmark")
class RegistrationCallsBenchmarkTests {

	private static final int MOST_WRITES = 8;

	private static final int MOST_READS = 12;

	@Test
	void fewCallsAreEnough() throws IOException {
		List<String> rows = new ArrayList<>(List.of("client,writes,reads"));
		try (SandboxServer sandbox = SandboxServer.start(); PortalServer portal = PortalServer.start(sandbox)) {
			clients().forEach((client, steps) -> rows.add(client + "," + count(sandbox, portal, steps)));
		}
		Path folder = Files.createDirectories(Path.of("target", "benchmarks"));
		Files.write(folder.resolve("registration-calls.csv"), rows);
		rows.forEach(System.out::println);
		assertThat(rows).hasSize(clients().size() + 1);
		assertThat(rows.subList(1, rows.size())).allSatisfy((row) -> {
			String[] columns = row.split(",");
			assertThat(Integer.parseInt(columns[1])).isBetween(2, MOST_WRITES);
			assertThat(Integer.parseInt(columns[2])).isBetween(1, MOST_READS);
		});
	}

	private static Map<String, UnaryOperator<Registering>> clients() {
		Map<String, UnaryOperator<Registering>> clients = new LinkedHashMap<>();
		clients.put("FHIR server with secret",
				(wizard) -> wizard.basics("A", "FHIR").authentication("SERVER").secret("6").permissions());
		clients.put("FHIR and DICOM server with secret and consent",
				(wizard) -> wizard.basics("B", "BOTH")
					.authentication("SERVER")
					.secret("6")
					.consenting("user_impersonation"));
		clients.put("DICOM server with certificate",
				(wizard) -> wizard.basics("C", "DICOM")
					.authentication("SERVER")
					.certificate(TestCertificate.create().pem())
					.permissions());
		clients.put("FHIR single-page application with consent",
				(wizard) -> wizard.basics("D", "FHIR")
					.authentication("SINGLE_PAGE", "singlePage", "https://ward.contoso.example/signed-in")
					.permissions(true));
		return clients;
	}

	private static String count(SandboxServer sandbox, PortalServer portal, UnaryOperator<Registering> steps) {
		SandboxControls controls = new SandboxControls(sandbox);
		try (Visitor visitor = new Visitor(URI.create(portal.baseUrl())).signIn("Amara Okafor")) {
			controls.clearRequests();
			steps.apply(new Registering(visitor)).confirm().finish();
		}
		List<Exchange> exchanges = controls.graphExchanges();
		long reads = exchanges.stream().filter(Exchange::read).count();
		return (exchanges.size() - reads) + "," + reads;
	}

}
