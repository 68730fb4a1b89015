package health.admit.portal.registration;

import java.util.List;

import health.admit.portal.directory.RedirectUris;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocalRedirectLintTests {

	private final LintRule rule = new LocalRedirectLint();

	@Test
	void aHostIsFine() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void loopbackIsHowDesktopApplicationsWork() {
		assertThat(
				this.rule
					.check(Contents.complete()
						.with(new Authentication(ClientKind.MOBILE_OR_DESKTOP, false,
								new RedirectUris(List.of(), List.of(), List.of("http://localhost")), false))))
			.isEmpty();
	}

	@Test
	void localhostOnTheWebPlatformIsForDevelopment() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Authentication(ClientKind.SERVER, true,
					new RedirectUris(List.of("http://localhost:3000/cb"), List.of(), List.of()), false))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L06", Finding.Severity.WARNING);
	}

}
