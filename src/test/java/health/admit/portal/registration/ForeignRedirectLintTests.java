package health.admit.portal.registration;

import java.util.List;

import health.admit.portal.directory.RedirectUris;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ForeignRedirectLintTests {

	private final LintRule rule = new ForeignRedirectLint();

	@Test
	void ownHostsAreFine() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void aTestToolHasItsMakersHosts() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Authentication(ClientKind.TEST_TOOL, true,
					new RedirectUris(List.of("https://oauth.pstmn.io/v1/callback"), List.of(), List.of()), false))))
			.isEmpty();
	}

	@Test
	void aServerShouldNot() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Authentication(ClientKind.SERVER, true,
					new RedirectUris(List.of("https://oauth.pstmn.io/v1/callback"), List.of(), List.of()), false))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L11", Finding.Severity.WARNING);
	}

}
