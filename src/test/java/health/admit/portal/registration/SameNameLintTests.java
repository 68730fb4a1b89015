package health.admit.portal.registration;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SameNameLintTests {

	private final LintRule rule = new SameNameLint();

	@Test
	void anewNameIsFine() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void aSecondOneIsNamed() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Basics("x", Purpose.FHIR, AccountTypes.THIS_DIRECTORY, null, null, null, List.of(), true)))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L18", Finding.Severity.NOTE);
	}

}
