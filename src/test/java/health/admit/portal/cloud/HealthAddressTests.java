package health.admit.portal.cloud;

import java.net.URI;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HealthAddressTests {

	private static final UUID TENANT = UUID.fromString("0b3f7d42-96a1-4c0e-8f55-1d2c3b4a5e6f");

	@ParameterizedTest
	@CsvSource({
			"https://contoso-fhir.fhir.azurehealthcareapis.com, FHIR, https://contoso-fhir.fhir.azurehealthcareapis.com, contoso-fhir",
			"https://contoso-fhir.fhir.azurehealthcareapis.com/, FHIR, https://contoso-fhir.fhir.azurehealthcareapis.com, contoso-fhir",
			"HTTPS://Contoso-FHIR.fhir.AzureHealthcareAPIs.com:443, FHIR, https://contoso-fhir.fhir.azurehealthcareapis.com, contoso-fhir",
			"https://a1-b2-c3.dicom.azurehealthcareapis.com, DICOM, https://a1-b2-c3.dicom.azurehealthcareapis.com, a1-b2-c3",
			"https://ws-images.dicom.azurehealthcareapis.com/v2, DICOM, https://ws-images.dicom.azurehealthcareapis.com, ws-images",
			"https://ws-images.dicom.azurehealthcareapis.com/v1/, DICOM, https://ws-images.dicom.azurehealthcareapis.com, ws-images",
			"https://ws-images.dicom.azurehealthcareapis.com/v1.0-prerelease, DICOM, https://ws-images.dicom.azurehealthcareapis.com, ws-images" })
	void servicesOfThePublicCloudAreAccepted(String text, HealthApi api, URI base, String name) {
		assertAccepted(HealthAddress.of(cloud(CloudName.GLOBAL), "  " + text + "\r\n"), api, base, name);
	}

	@Test
	void theGovernmentHasAZoneOfItsOwn() {
		Cloud government = cloud(CloudName.US_GOV);
		assertAccepted(HealthAddress.of(government, "https://va-fhir.fhir.azurehealthcareapis.us"), HealthApi.FHIR,
				URI.create("https://va-fhir.fhir.azurehealthcareapis.us"), "va-fhir");
		assertRefused(HealthAddress.of(government, "https://va-fhir.fhir.azurehealthcareapis.com"),
				HealthAddress.Problem.OTHER_CLOUD);
		assertRefused(HealthAddress.of(cloud(CloudName.GLOBAL), "https://va-fhir.fhir.azurehealthcareapis.us"),
				HealthAddress.Problem.OTHER_CLOUD);
		assertRefused(HealthAddress.of(cloud(CloudName.CHINA), "https://va-fhir.fhir.azurehealthcareapis.cn"),
				HealthAddress.Problem.NO_SERVICES);
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:8081/fhir/contoso-fhir, FHIR, http://localhost:8081/fhir/contoso-fhir",
			"http://LOCALHOST:8081/fhir/contoso-fhir/, FHIR, http://localhost:8081/fhir/contoso-fhir",
			"http://localhost:8081/dicom/contoso-images/v2, DICOM, http://localhost:8081/dicom/contoso-images" })
	void servicesOfTheSandboxLieBehindItsOwnOrigin(String text, HealthApi api, URI base) {
		assertAccepted(HealthAddress.of(sandbox("http://localhost:8081"), text), api, base,
				base.getPath().replaceFirst(".*/", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8082/fhir/contoso-fhir", "https://localhost:8081/fhir/contoso-fhir",
			"http://127.0.0.1:8081/fhir/contoso-fhir", "http://localhost:80810/fhir/contoso-fhir",
			"http://localhost:8081@evil.example/fhir/contoso-fhir", "http://localhost:8081.evil.example/fhir/a-b",
			"http://localhost:8081/_sandbox/requests", "http://localhost:8081/v1.0/me", "http://localhost:8081/fhir",
			"http://localhost:8081/fhir/../_sandbox", "http://localhost:8081/fhir/contoso-fhir/Patient",
			"http://localhost:8081//fhir/contoso-fhir", "http://localhost:8081/fhir/%2e%2e/x",
			"http://localhost:8081/fhir/contoso-fhir?x=y", "http://localhost:8081/FHIR/contoso-fhir",
			"https://contoso-fhir.fhir.azurehealthcareapis.com" })
	void nothingElseOfTheSandboxIsAService(String text) {
		assertThat(HealthAddress.of(sandbox("http://localhost:8081"), text)).isInstanceOf(HealthAddress.Refused.class);
	}

	@Test
	void aSandboxThatIsNotOnThisMachineHasNoServices() {
		assertRefused(HealthAddress.of(sandbox("http://sandbox.example:8081"),
				"http://sandbox.example:8081/fhir/contoso-fhir"), HealthAddress.Problem.NO_SERVICES);
	}

	private static void assertAccepted(HealthAddress address, HealthApi api, URI base, String name) {
		assertThat(address).isInstanceOfSatisfying(HealthAddress.Accepted.class, (accepted) -> {
			assertThat(accepted.api()).isEqualTo(api);
			assertThat(accepted.base()).isEqualTo(base);
			assertThat(accepted.name()).isEqualTo(name);
		});
	}

	private static void assertRefused(HealthAddress address, HealthAddress.Problem problem) {
		assertThat(address).isEqualTo(new HealthAddress.Refused(problem));
	}

	private static Cloud cloud(CloudName name) {
		return Clouds.configured(new CloudProperties(name, TENANT, null, null));
	}

	private static Cloud sandbox(String origin) {
		return Clouds.configured(new CloudProperties(CloudName.SANDBOX, TENANT, URI.create(origin), null));
	}

}
