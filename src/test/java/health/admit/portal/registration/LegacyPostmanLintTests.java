package health.admit.portal.registration;

import java.util.List;

import health.admit.portal.directory.RedirectUris;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LegacyPostmanLintTests {

	private final LintRule rule = new LegacyPostmanLint();

	@Test
	void theCurrentOneIsFine() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Authentication(ClientKind.SERVER, true,
					new RedirectUris(List.of("https://oauth.pstmn.io/v1/callback"), List.of(), List.of()), false))))
			.isEmpty();
	}

	@Test
	void theOldOneIsNamed() {
		assertThat(
				this.rule.check(Contents.complete()
					.with(new Authentication(ClientKind.SERVER, true,
							new RedirectUris(List.of("https://www.getpostman.com/oauth2/callback"), List.of(),
									List.of()),
							false))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L12", Finding.Severity.NOTE);
	}

}
