package health.admit.portal.registration;

import java.util.List;

import health.admit.portal.cloud.HealthApi;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmartConsentLintTests {

	private final LintRule rule = new SmartConsentLint();

	@Test
	void theUsualScopeIsFine() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void laterIsFine() {
		assertThat(this.rule.check(Contents.complete()
			.with(new PermissionChoice(List.of(new PermissionChoice.Api(HealthApi.FHIR.appId(), "API", false,
					List.of(new PermissionChoice.Permission(Contents.SCOPE, "patient.all.read", false)), List.of())),
					false))))
			.isEmpty();
	}

	@Test
	void everyoneShouldChooseThese() {
		assertThat(this.rule.check(Contents.complete()
			.with(new PermissionChoice(List.of(new PermissionChoice.Api(HealthApi.FHIR.appId(), "API", false,
					List.of(new PermissionChoice.Permission(Contents.SCOPE, "patient.all.read", false)), List.of())),
					true))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L20", Finding.Severity.WARNING);
	}

	@Test
	void andThese() {
		assertThat(this.rule.check(Contents.complete()
			.with(new PermissionChoice(List.of(new PermissionChoice.Api(HealthApi.FHIR.appId(), "API", false,
					List.of(new PermissionChoice.Permission(Contents.SCOPE, "launch.patient", false)), List.of())),
					true))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L20", Finding.Severity.WARNING);
	}

}
