package health.admit.portal.registration;

import java.util.List;

import health.admit.portal.directory.RedirectUris;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MixedPlatformsLintTests {

	private final LintRule rule = new MixedPlatformsLint();

	@Test
	void oneSideIsFine() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void twoPublicPlatformsAreFine() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Authentication(ClientKind.SINGLE_PAGE, false,
					new RedirectUris(List.of(), List.of("https://a.example/cb"), List.of("http://localhost")), false))))
			.isEmpty();
	}

	@Test
	void aServerWithAPageIsNot() {
		assertThat(
				this.rule.check(Contents.complete()
					.with(new Authentication(ClientKind.SERVER, true,
							new RedirectUris(List.of("https://a.example/cb"), List.of("https://a.example/spa"),
									List.of()),
							false))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L10", Finding.Severity.WARNING);
	}

}
