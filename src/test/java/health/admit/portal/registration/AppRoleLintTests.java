package health.admit.portal.registration;

import java.util.List;

import health.admit.portal.cloud.HealthApi;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppRoleLintTests {

	private final LintRule rule = new AppRoleLint();

	@Test
	void scopesAreFine() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void rolesDeserveAThought() {
		assertThat(this.rule.check(Contents.complete()
			.with(new PermissionChoice(List.of(new PermissionChoice.Api(HealthApi.FHIR.appId(), "API", false, List.of(),
					List.of(new PermissionChoice.Permission(Contents.ROLE, "system.all.read", true)))), true))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L19", Finding.Severity.NOTE);
	}

}
