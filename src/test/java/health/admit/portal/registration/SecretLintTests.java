package health.admit.portal.registration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretLintTests {

	private final LintRule rule = new SecretLint();

	@Test
	void aCertificateIsFine() {
		assertThat(this.rule.check(Contents.server(new CredentialChoice(CredentialChoice.Kind.CERTIFICATE, null,
				new CredentialChoice.Certificate("AAAA", "c"), null))))
			.isEmpty();
	}

	@Test
	void nothingIsSaidBeforeTheDecision() {
		assertThat(this.rule.check(DraftContent.empty())).isEmpty();
	}

	@Test
	void aSecretIsSecondBest() {
		assertThat(this.rule.check(Contents.complete())).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L01", Finding.Severity.NOTE);
	}

}
