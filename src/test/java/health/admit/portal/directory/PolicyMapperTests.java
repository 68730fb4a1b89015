package health.admit.portal.directory;

import java.time.Duration;
import java.util.UUID;

import health.admit.portal.directory.StubGraph.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the tenant's policy, as it comes over the wire, means for a new application.
 */
class PolicyMapperTests {

	private final StubGraph graph = new StubGraph();

	@AfterEach
	void close() {
		this.graph.close();
	}

	@Test
	void withoutRestrictionsEverythingIsAllowed() {
		assertThat(policy("{'isEnabled':false,'applicationRestrictions':{'passwordCredentials':["
				+ rule("passwordAddition", "enabled", null, null) + "]}}"))
			.isEqualTo(new CredentialPolicy(true, true, null, null));
		assertThat(policy("{'isEnabled':true,'applicationRestrictions':null}"))
			.isEqualTo(new CredentialPolicy(true, true, null, null));
	}

	@Test
	void restrictionsInForceAreToldAndTheShortestLifeCounts() {
		assertThat(policy("{'isEnabled':true,'applicationRestrictions':{'passwordCredentials':["
				+ rule("passwordLifetime", "enabled", "P90D", null) + ","
				+ rule("passwordLifetime", "enabled", "P1Y", "2020-01-01T00:00:00Z") + "],'keyCredentials':["
				+ rule("asymmetricKeyLifetime", "enabled", "P12M", null) + "]}}"))
			.isEqualTo(new CredentialPolicy(true, true, Duration.ofDays(90), Duration.ofDays(336)));
		assertThat(policy("{'isEnabled':true,'applicationRestrictions':{'passwordCredentials':["
				+ rule("passwordAddition", "enabled", null, "2019-10-19T10:37:00Z") + "]}}")
			.secretsAllowed()).isFalse();
	}

	@Test
	void restrictionsThatDoNotHoldNowAreLeftOut() {
		assertThat(policy("{'isEnabled':true,'applicationRestrictions':{'passwordCredentials':["
				+ rule("passwordAddition", "disabled", null, null) + ","
				+ rule("passwordLifetime", "enabled", "P30D", "2030-01-01T00:00:00Z") + ","
				+ rule("somethingNew", "enabled", null, null) + "]}}"))
			.isEqualTo(new CredentialPolicy(true, true, null, null));
	}

	private CredentialPolicy policy(String body) {
		this.graph.will(Reply.json(200,
				body.replace('\'', '"').replace("{\"isEnabled", "{\"id\":\"" + UUID.randomUUID() + "\",\"isEnabled")));
		return new StubbedDirectory(this.graph.origin()).directory().credentialPolicy();
	}

	private static String rule(String type, String state, String lifetime, String createdAfter) {
		return "{'restrictionType':'" + type + "','state':'" + state + "','maxLifetime':" + quoted(lifetime)
				+ ",'restrictForAppsCreatedAfterDateTime':" + quoted(createdAfter) + "}";
	}

	private static String quoted(String value) {
		return (value != null) ? "'" + value + "'" : "null";
	}

}
