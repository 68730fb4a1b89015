package health.admit.portal.registration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PublicCredentialLintTests {

	private final LintRule rule = new PublicCredentialLint();

	@Test
	void aServerKeepsItsSecret() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void aPageWithoutOneIsFine() {
		assertThat(this.rule.check(new DraftContent(Contents.basics(), Contents.singlePage(), null, null, null)))
			.isEmpty();
	}

	@Test
	void aPageWithOneIsNot() {
		assertThat(this.rule.check(Contents.complete().with(Contents.singlePage()))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L05", Finding.Severity.WARNING);
	}

}
