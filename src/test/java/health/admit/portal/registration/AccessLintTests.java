package health.admit.portal.registration;

import java.util.List;

import org.junit.jupiter.api.Test;

import health.admit.portal.access.ClientTask;

import static org.assertj.core.api.Assertions.assertThat;

class AccessLintTests {

	@Test
	void nobodyWithARoleIsWorthANote() {
		NoAccessLint rule = new NoAccessLint();
		assertThat(rule.check(Contents.complete())).map(Finding::id).contains("L25");
		assertThat(rule.check(Contents.complete().with(Contents.reads(true)))).isEmpty();
		AccessChoice nobody = new AccessChoice(AccessChoice.Mode.AZURE, ClientTask.READ,
				Contents.reads(true).services(), false, List.of());
		assertThat(rule.check(Contents.complete().with(nobody))).isPresent();
	}

	@Test
	void aRoleThatMayChangeDataIsTooMuchForAReader() {
		BroadRoleLint rule = new BroadRoleLint();
		AccessChoice broad = Contents.access(ClientTask.READ, "5a1fc7df-4bf1-4951-a576-89034ee01acd",
				"FHIR Data Contributor", true);
		assertThat(rule.check(Contents.complete().with(broad)).orElseThrow().arguments())
			.containsExactly("FHIR Data Contributor", "contoso/patients");
		assertThat(rule.check(Contents.complete().with(Contents.reads(true)))).isEmpty();
	}

	@Test
	void theSmartRoleIsWarnedOf() {
		AccessChoice smart = Contents.access(ClientTask.READ, "4ba50f17-9666-485c-a643-ff00808643f0", "FHIR SMART User",
				true);
		assertThat(new SmartRoleLint().check(Contents.complete().with(smart))).isPresent();
		assertThat(new SmartRoleLint().check(Contents.complete().with(Contents.reads(true)))).isEmpty();
	}

}
