package health.admit;

import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class StartCheckTests {

	private static final String SANDBOX_TENANT = "5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10";

	private static final String REAL_TENANT = "0b3f7d42-96a1-4c0e-8f55-1d2c3b4a5e6f";

	@Test
	void withoutTenantSaysWhatToSet() {
		assertThat(StartCheck.refusal(new MockEnvironment(), true)).contains(StartCheck.Reason.NO_TENANT);
		assertThat(StartCheck.refusal(new MockEnvironment(), false)).contains(StartCheck.Reason.NO_TENANT);
	}

	@Test
	void realTenantStarts() {
		MockEnvironment environment = new MockEnvironment().withProperty("admit.cloud.tenant-id", REAL_TENANT)
			.withProperty("admit.signin.public-url", "https://admit.example");
		assertThat(StartCheck.refusal(environment, false)).isEmpty();
		assertThat(StartCheck.refusal(environment, true)).isEmpty();
	}

	@Test
	void sandboxStartsOnThisMachine() {
		assertThat(StartCheck.refusal(sandbox(), true)).isEmpty();
		assertThat(StartCheck.refusal(sandbox().withProperty("admit.signin.public-url", "http://127.0.0.1:8080"), true))
			.isEmpty();
	}

	@Test
	void releaseRefusesTheSandboxProfile() {
		assertThat(StartCheck.refusal(sandbox(), false)).contains(StartCheck.Reason.NO_SANDBOX_INSIDE);
	}

	@Test
	void sandboxRefusesARealTenant() {
		assertThat(StartCheck.refusal(sandbox().withProperty("admit.cloud.tenant-id", REAL_TENANT), true))
			.contains(StartCheck.Reason.SANDBOX_WITH_REAL_TENANT);
		assertThat(StartCheck.refusal(sandbox().withProperty("admit.cloud.name", "global"), true))
			.contains(StartCheck.Reason.SANDBOX_WITH_REAL_TENANT);
	}

	@Test
	void sandboxCloudNeedsItsProfile() {
		MockEnvironment environment = sandbox();
		environment.setActiveProfiles();
		assertThat(StartCheck.refusal(environment, true)).contains(StartCheck.Reason.SANDBOX_WITHOUT_PROFILE);
	}

	@Test
	void sandboxRefusesAddressesThatOthersCanReach() {
		for (String address : new String[] { "https://admit.example", "http://192.0.2.7:8080",
				"http://127.0.0.1.example.org", "http://localhost.example.org", "mailto:x" }) {
			assertThat(StartCheck.refusal(sandbox().withProperty("admit.signin.public-url", address), true)).as(address)
				.contains(StartCheck.Reason.SANDBOX_ON_PUBLIC_ADDRESS);
		}
	}

	@Test
	void everyReasonIsExplained() {
		assertThat(StartCheck.Reason.values())
			.allSatisfy((reason) -> assertThat(ResourceBundle.getBundle("messages.start").keySet())
				.contains("start." + reason + ".description", "start." + reason + ".action"));
	}

	private static MockEnvironment sandbox() {
		MockEnvironment environment = new MockEnvironment().withProperty("admit.sandbox.tenant-id", SANDBOX_TENANT)
			.withProperty("admit.cloud.tenant-id", SANDBOX_TENANT)
			.withProperty("admit.cloud.name", "sandbox");
		environment.setActiveProfiles("sandbox");
		return environment;
	}

}
