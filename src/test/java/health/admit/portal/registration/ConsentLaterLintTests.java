package health.admit.portal.registration;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConsentLaterLintTests {

	private final LintRule rule = new ConsentLaterLint();

	@Test
	void consentNowIsFine() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void nothingToConsentToIsFine() {
		assertThat(this.rule.check(Contents.complete().with(new PermissionChoice(List.of(), false)))).isEmpty();
	}

	@Test
	void laterIsNamed() {
		assertThat(this.rule.check(Contents.complete().with(Contents.fhir(false)))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L23", Finding.Severity.NOTE);
	}

}
