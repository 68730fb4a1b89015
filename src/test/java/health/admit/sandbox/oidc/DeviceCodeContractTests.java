package health.admit.sandbox.oidc;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import health.admit.support.SignInScript;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing in on a device that has no browser.
 */
class DeviceCodeContractTests {

	private static TestTenant tenant;

	@BeforeAll
	static void start() {
		tenant = new TestTenant();
	}

	@AfterAll
	static void stop() {
		tenant.close();
	}

	@AfterEach
	void reset() {
		tenant.travel(Duration.ZERO);
	}

	@Test
	void aPersonApprovesTheDeviceInABrowser() {
		UUID client = device();
		TestTenant.Answer begun = begin(client, "");
		assertThat(begun.status()).isEqualTo(200);
		assertThat(begun.json().path("expires_in").asInt()).isEqualTo(900);
		assertThat(begun.json().path("interval").asInt()).isEqualTo(5);
		assertThat(begun.text("verification_uri")).isEqualTo(tenant.base() + "/devicelogin");
		assertThat(begun.text("message")).contains(begun.text("user_code"));
		TestTenant.Answer pending = poll(client, begun);
		assertThat(pending.text("error")).isEqualTo("authorization_pending");
		assertThat(pending.code()).isEqualTo(70016);
		HttpResponse<String> done = tenant.browser()
			.approveDevice(begun.text("user_code").toLowerCase(java.util.Locale.ROOT), "priya.raman");
		assertThat(done.body()).contains("You have signed in").contains("Test &lt;b&gt;client&lt;/b&gt;");
		TestTenant.Answer token = poll(client, begun);
		assertThat(token.status()).as(token.json().toString()).isEqualTo(200);
		assertThat(token.claims("access_token")).containsEntry("appidacr", "0")
			.containsEntry("oid", tenant.person("priya.raman").toString());
		assertThat(token.text("refresh_token")).isNotEmpty();
		assertThat(poll(client, begun).text("error")).isEqualTo("invalid_grant");
	}

	@Test
	void aPersonWhoIsSignedInIsStillAskedAndCanRefuse() {
		UUID client = device();
		TestTenant.Answer begun = begin(client, "");
		SignInScript browser = tenant.browser();
		HttpResponse<String> page = browser.post("/devicelogin", Map.of("otc", begun.text("user_code")));
		assertThat(page.body()).contains("A device asks to sign in");
		assertThat(browser.agree(page, false).body()).contains("AADSTS65004");
		assertThat(poll(client, begun).text("error")).isEqualTo("authorization_declined");
	}

	@Test
	void codesExpireAndCannotBeGuessed() {
		UUID client = device();
		TestTenant.Answer begun = begin(client, "");
		assertThat(tenant.browser().post("/devicelogin", Map.of("otc", "AAAAAAAAA")).body())
			.contains("That code did not work");
		assertThat(tenant.token("grant_type", DeviceGrant.TYPE, "client_id", client.toString(), "device_code", "x")
			.text("error")).isEqualTo("bad_verification_code");
		assertThat(poll(device(), begun).code()).isEqualTo(70018);
		tenant.travel(Duration.ofMinutes(16));
		TestTenant.Answer late = poll(client, begun);
		assertThat(late.text("error")).isEqualTo("expired_token");
		assertThat(late.code()).isEqualTo(70020);
		assertThat(tenant.browser().post("/devicelogin", Map.of("otc", begun.text("user_code"))).body())
			.contains("That code did not work");
	}

	@Test
	void aConfidentialClientCannotUseIt() {
		assertThat(begin(tenant.confidential(), "").code()).isEqualTo(7000218);
	}

	@Test
	void theRequestIsReadWithoutAContentType() {
		TestTenant.Answer begun = tenant.post("/" + tenant.directory().tenantId() + "/oauth2/v2.0/devicecode",
				Map.of("Content-Type", ""), "client_id", device().toString(), "scope", "openid User.Read");
		assertThat(begun.status()).isEqualTo(200);
	}

	private static UUID device() {
		UUID client = tenant.register((app) -> app.put("isFallbackPublicClient", true));
		tenant.consent(client, "User.Read");
		return client;
	}

	private static TestTenant.Answer begin(UUID client, String more) {
		return tenant.post("/" + tenant.directory().tenantId() + "/oauth2/v2.0/devicecode", Map.of(), "client_id",
				client.toString(), "scope", "openid offline_access User.Read" + more);
	}

	private static TestTenant.Answer poll(UUID client, TestTenant.Answer begun) {
		return tenant.token("grant_type", DeviceGrant.TYPE, "client_id", client.toString(), "device_code",
				begun.text("device_code"));
	}

}
