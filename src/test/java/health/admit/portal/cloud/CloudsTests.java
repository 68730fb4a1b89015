package health.admit.portal.cloud;

import java.net.URI;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CloudsTests {

	private static final UUID TENANT = UUID.fromString("0b3f7d42-96a1-4c0e-8f55-1d2c3b4a5e6f");

	@ParameterizedTest
	@CsvSource({ "GLOBAL, https://login.microsoftonline.com, https://graph.microsoft.com",
			"US_GOV, https://login.microsoftonline.us, https://graph.microsoft.us",
			"US_GOV_DOD, https://login.microsoftonline.us, https://dod-graph.microsoft.us",
			"CHINA, https://login.partner.microsoftonline.cn, https://microsoftgraph.chinacloudapi.cn" })
	void realCloudsHaveFixedAddresses(CloudName name, URI login, URI graph) {
		Cloud cloud = Clouds.configured(new CloudProperties(name, TENANT, null, null));
		assertThat(cloud.login()).isEqualTo(login);
		assertThat(cloud.graph()).isEqualTo(graph);
		assertThat(cloud.tokenEndpoint()).hasToString(login + "/" + TENANT + "/oauth2/v2.0/token");
		assertThat(cloud.isSandbox()).isFalse();
	}

	@Test
	void sandboxServesEverythingFromOneOrigin() {
		Cloud cloud = Clouds
			.configured(new CloudProperties(CloudName.SANDBOX, TENANT, URI.create("http://localhost:8081/"), null));
		assertThat(cloud.login()).hasToString("http://localhost:8081");
		assertThat(cloud.isSandbox()).isTrue();
	}

	@Test
	void missingTenantSaysWhatToSet() {
		assertThatExceptionOfType(StartRefused.class)
			.isThrownBy(() -> Clouds.configured(new CloudProperties(null, null, null, null)))
			.satisfies((ex) -> assertThat(new StartRefusedAnalyzer().analyze(ex).getAction())
				.contains("admit.cloud.tenant-id", "sandbox"));
	}

	@Test
	void realCloudCannotBeMovedToAnotherAddress() {
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> Clouds
			.configured(new CloudProperties(CloudName.GLOBAL, TENANT, URI.create("http://localhost:8081"), null)));
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> Clouds
			.configured(new CloudProperties(CloudName.CHINA, TENANT, null, URI.create("http://login.example"))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:8081", "ftp://localhost", "http://localhost:8081/path", "http://a@localhost",
			"http://localhost?x", "mailto:x" })
	void sandboxAddressIsAnOrigin(String address) {
		assertThatExceptionOfType(StartRefused.class).isThrownBy(
				() -> Clouds.configured(new CloudProperties(CloudName.SANDBOX, TENANT, URI.create(address), null)));
	}

}
