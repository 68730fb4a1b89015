package health.admit.portal.applications;

import java.util.List;
import java.util.UUID;

import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.CertificateSummary;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.directory.SecretSummary;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestWayTests {

	private static final String URI = "https://viewer.example/signed-in";

	private static final List<CertificateSummary> CERTIFICATE = List
		.of(new CertificateSummary(UUID.randomUUID(), "viewer", "AB", null, null));

	private static final List<SecretSummary> SECRET = List
		.of(new SecretSummary(UUID.randomUUID(), "viewer", "abc", null, null));

	@Test
	void aWebApplicationSignsPeopleInWithWhateverItHas() {
		RedirectUris web = new RedirectUris(List.of(URI), List.of(), List.of());
		assertThat(way(web, SECRET, List.of())).isEqualTo(new TestWay("WEB", URI));
		assertThat(way(web, List.of(), CERTIFICATE)).isEqualTo(new TestWay("WEB", URI));
		assertThat(way(web, List.of(), List.of())).isEqualTo(new TestWay("WEB", URI));
	}

	@Test
	void aClientWithoutARedirectUriActsForItself() {
		RedirectUris none = new RedirectUris(List.of(), List.of(), List.of());
		assertThat(way(none, SECRET, List.of())).isEqualTo(new TestWay("SECRET", ""));
		assertThat(way(none, List.of(), CERTIFICATE)).isEqualTo(new TestWay("CERTIFICATE", ""));
		assertThat(way(none, List.of(), List.of())).isEqualTo(new TestWay("SECRET", ""));
	}

	@Test
	void aPublicClientSignsPeopleInByItsPlatform() {
		assertThat(way(new RedirectUris(List.of(), List.of(URI), List.of()), List.of(), List.of()))
			.isEqualTo(new TestWay("SINGLE_PAGE", URI));
		assertThat(way(new RedirectUris(List.of(), List.of(), List.of(URI)), List.of(), List.of()))
			.isEqualTo(new TestWay("INSTALLED", URI));
	}

	private static TestWay way(RedirectUris uris, List<SecretSummary> secrets, List<CertificateSummary> certificates) {
		return TestWay.of(new ApplicationRecord(UUID.randomUUID(), UUID.randomUUID(), "Viewer", null, "AzureADMyOrg",
				null, null, null, null, uris, null, secrets, certificates, List.of()));
	}

}
