package health.admit.portal.registration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoCredentialLintTests {

	private final LintRule rule = new NoCredentialLint();

	@Test
	void aSecretIsACredential() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void laterMeansNoToken() {
		assertThat(
				this.rule.check(Contents.server(new CredentialChoice(CredentialChoice.Kind.LATER, null, null, null))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L04", Finding.Severity.WARNING);
	}

}
