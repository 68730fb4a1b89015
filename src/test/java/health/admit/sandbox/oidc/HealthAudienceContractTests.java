package health.admit.sandbox.oidc;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.oidc.TestTenant.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HealthAudienceContractTests {

	private static TestTenant tenant;

	@BeforeAll
	static void start() {
		tenant = new TestTenant();
	}

	@AfterAll
	static void stop() {
		tenant.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/fhir/contosohealth-clinical", "https://fhir.azurehealthcareapis.com",
			"https://contosohealth-clinical.fhir.azurehealthcareapis.com", "https://dicom.healthcareapis.azure.com",
			"https://dicom.healthcareapis.azure.com/", "https://management.azure.com",
			"https://management.core.windows.net/" })
	void clientGetsATokenOfVersion1ForEachAudience(String name) {
		String audience = name.startsWith("/") ? tenant.base() + name : name;
		UUID client = tenant.confidential();
		for (Answer answer : new Answer[] {
				tenant.token("grant_type", "client_credentials", "client_id", client.toString(), "client_secret",
						TestTenant.SECRET, "scope", audience + "/.default"),
				tenant.post("/" + tenant.directory().tenantId() + "/oauth2/token", Map.of(), "grant_type",
						"client_credentials", "client_id", client.toString(), "client_secret", TestTenant.SECRET,
						"resource", audience) }) {
			assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
			Map<String, Object> claims = answer.claims("access_token");
			assertThat(claims.get("aud").toString()).contains(audience);
			assertThat(claims).containsEntry("ver", "1.0")
				.containsEntry("iss", tenant.tenant() + "/")
				.containsEntry("appid", client.toString())
				.containsEntry("appidacr", "1")
				.containsEntry("oid", tenant.directory().principal(client).orElseThrow().objectId().toString())
				.containsEntry("tid", tenant.directory().tenantId().toString())
				.doesNotContainKeys("roles", "scp");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/fhir/contosohealth-clinical,4f6778d8-5aef-43dc-a1ff-b073724b9495,user_impersonation",
			"https://dicom.healthcareapis.azure.com,75e725bf-66ce-4cea-9b9a-5c4caae57f33,Dicom.ReadWrite",
			"https://management.azure.com,797f4846-ba00-4fd7-ba43-dac1f8f63013,user_impersonation" })
	void personLetsAClientActAtAService(String name, UUID api, String scope) {
		String audience = name.startsWith("/") ? tenant.base() + name : name;
		UUID client = tenant.confidential();
		UUID principal = tenant.directory().principal(client).orElseThrow().objectId();
		tenant.directory()
			.consent(principal, tenant.directory().principal(api).orElseThrow().objectId(), null, Set.of(scope));
		String code = tenant.browser()
			.signIn(tenant.authorize(client, "scope", audience + "/" + scope), "priya.raman")
			.get("code");
		Answer answer = tenant.token("grant_type", "authorization_code", "client_id", client.toString(),
				"client_secret", TestTenant.SECRET, "code", code, "redirect_uri", TestTenant.REDIRECT);
		assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
		assertThat(answer.claims("access_token")).containsEntry("scp", scope)
			.containsEntry("ver", "1.0")
			.containsEntry("oid", tenant.person("priya.raman").toString());
		assertThat(answer.claims("access_token").get("aud").toString()).contains(audience);
	}

	@Test
	void serviceThatIsNotThereHasNoTokens() {
		UUID client = tenant.confidential();
		Answer answer = tenant.token("grant_type", "client_credentials", "client_id", client.toString(),
				"client_secret", TestTenant.SECRET, "scope", tenant.base() + "/fhir/contosohealth-none/.default");
		assertThat(answer.code()).isEqualTo(500011);
	}

}
