package health.admit.portal.registration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManyDirectoriesLintTests {

	private final LintRule rule = new ManyDirectoriesLint();

	@Test
	void oneDirectoryIsFine() {
		assertThat(this.rule.check(Contents.complete().with(Contents.basics("x", AccountTypes.THIS_DIRECTORY))))
			.isEmpty();
	}

	@Test
	void allOfThemAreALot() {
		assertThat(this.rule.check(Contents.complete().with(Contents.basics("x", AccountTypes.ANY_DIRECTORY)))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L15", Finding.Severity.WARNING);
	}

}
