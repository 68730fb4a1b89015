package health.admit.journey;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import health.admit.support.GraphSlice;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxControls.Exchange;
import health.admit.support.SandboxServer;
import health.admit.support.TestCertificate;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What goes over the wire on the way from the first page to the result.
 */
class WireJourneyTests {

	private final Set<String> hosts = new ConcurrentSkipListSet<>();

	private final ProxySelector before = ProxySelector.getDefault();

	private SandboxServer sandbox;

	private PortalServer portal;

	private SandboxControls controls;

	@BeforeEach
	void start() {
		ProxySelector.setDefault(new Witness());
		this.sandbox = SandboxServer.start();
		this.portal = PortalServer.start(this.sandbox);
		this.controls = new SandboxControls(this.sandbox);
		this.controls.keepBodies();
	}

	@AfterEach
	void stop() {
		ProxySelector.setDefault(this.before);
		this.portal.close();
		this.sandbox.close();
	}

	@Test
	void everyExchangeIsAsMicrosoftDescribesItAndEveryReadSaysWhatItWants() {
		everyKindOfRegistration();
		List<Exchange> exchanges = this.controls.graphExchanges();
		assertThat(exchanges).filteredOn(Exchange::read).isNotEmpty().allMatch(Exchange::select, "has $select");
		assertThat(exchanges).filteredOn((exchange) -> !exchange.read()).hasSizeGreaterThan(10);
		assumeThat(GraphSlice.find()).as("the published description of Graph beside the project").isPresent();
		GraphSlice slice = GraphSlice.find().orElseThrow();
		assertThat(exchanges)
			.flatMap((exchange) -> slice.faults(exchange.method(), exchange.address(), exchange.requestBody(),
					exchange.status(), exchange.responseBody()))
			.isEmpty();
	}

	@Test
	void nobodyButTheConfiguredCloudIsAskedForAnything() {
		everyKindOfRegistration();
		assertThat(this.hosts).containsExactly(URI.create(this.sandbox.baseUrl()).getAuthority());
	}

	private void everyKindOfRegistration() {
		try (Visitor amara = new Visitor(URI.create(this.portal.baseUrl())).signIn("Amara Okafor")) {
			new Registering(amara).basics("Lab feed", "FHIR")
				.authentication("SERVER")
				.secret("12")
				.consenting("user_impersonation")
				.confirm()
				.finish()
				.secretShownOnce();
			new Registering(amara).basics("Lab archive", "DICOM")
				.authentication("SERVER")
				.certificate(TestCertificate.create().pem())
				.permissions()
				.confirm()
				.finish();
			new Registering(amara).basics("Lab board", "BOTH")
				.authentication("SINGLE_PAGE", "singlePage", "https://lab.contoso.example/signed-in")
				.permissions()
				.confirm()
				.finish();
			amara.open("/applications?q=Lab").press("Lab feed");
			assertThat(amara.text()).contains("Lab feed");
		}
	}

	/** Sees every address before a connection is made to it. */
	private final class Witness extends ProxySelector {

		@Override
		public List<Proxy> select(URI uri) {
			if (!uri.getScheme().equals("socket") && uri.getPort() != WireJourneyTests.this.portalPort()) {
				WireJourneyTests.this.hosts.add(uri.getAuthority());
			}
			return List.of(Proxy.NO_PROXY);
		}

		@Override
		public void connectFailed(URI uri, SocketAddress address, IOException reason) {
			WireJourneyTests.this.hosts.add(uri.getAuthority());
		}

	}

	private int portalPort() {
		return (this.portal != null) ? URI.create(this.portal.baseUrl()).getPort() : -1;
	}

}
