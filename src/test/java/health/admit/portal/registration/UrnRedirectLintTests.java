package health.admit.portal.registration;

import java.util.List;

import health.admit.portal.directory.RedirectUris;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UrnRedirectLintTests {

	private final LintRule rule = new UrnRedirectLint();

	@Test
	void anAddressIsFine() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void aUrnIsNot() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Authentication(ClientKind.MOBILE_OR_DESKTOP, false,
					new RedirectUris(List.of(), List.of(), List.of("urn:ietf:wg:oauth:2.0:oob")), false))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L08", Finding.Severity.WARNING);
	}

}
