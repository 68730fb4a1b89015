package health.admit.portal.registration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalAccountsLintTests {

	private final LintRule rule = new PersonalAccountsLint();

	@Test
	void organisationsAreFine() {
		assertThat(this.rule.check(Contents.complete().with(Contents.basics("x", AccountTypes.ANY_DIRECTORY))))
			.isEmpty();
	}

	@Test
	void privateAccountsReachNothing() {
		assertThat(this.rule.check(Contents.complete().with(Contents.basics("x", AccountTypes.PERSONAL_ONLY)))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L16", Finding.Severity.WARNING);
	}

	@Test
	void norDoTheyBesideOthers() {
		assertThat(this.rule
			.check(Contents.complete().with(Contents.basics("x", AccountTypes.ANY_DIRECTORY_AND_PERSONAL)))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L16", Finding.Severity.WARNING);
	}

}
