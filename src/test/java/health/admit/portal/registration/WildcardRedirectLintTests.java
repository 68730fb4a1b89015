package health.admit.portal.registration;

import java.util.List;

import health.admit.portal.directory.RedirectUris;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WildcardRedirectLintTests {

	private final LintRule rule = new WildcardRedirectLint();

	@Test
	void anExactAddressIsFine() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void aWildcardIsNot() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Authentication(ClientKind.SERVER, true,
					new RedirectUris(List.of("https://*.a.example/cb"), List.of(), List.of()), false))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L07", Finding.Severity.WARNING);
	}

}
