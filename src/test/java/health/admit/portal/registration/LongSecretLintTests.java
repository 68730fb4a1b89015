package health.admit.portal.registration;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LongSecretLintTests {

	private final LintRule rule = new LongSecretLint();

	@Test
	void sixMonthsAreFine() {
		assertThat(this.rule.check(Contents.server(Contents.secret(6)))).isEmpty();
	}

	@Test
	void halfAYearOfOwnDatesIsFine() {
		assertThat(this.rule.check(Contents.server(custom("2027-05-01T00:00:00Z")))).isEmpty();
	}

	@Test
	void ayearIsLong() {
		assertThat(this.rule.check(Contents.server(Contents.secret(12)))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L02", Finding.Severity.WARNING);
	}

	@Test
	void ownDatesAreMeasured() {
		assertThat(this.rule.check(Contents.server(custom("2028-01-01T00:00:00Z")))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L02", Finding.Severity.WARNING);
	}

	private static CredentialChoice custom(String end) {
		return new CredentialChoice(CredentialChoice.Kind.SECRET,
				new CredentialChoice.Secret("x", null, Instant.parse("2026-12-01T00:00:00Z"), Instant.parse(end)), null,
				null);
	}

}
