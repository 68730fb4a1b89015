package health.admit.portal.registration;

import java.util.List;

import health.admit.portal.directory.RedirectUris;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManyRedirectsLintTests {

	private final LintRule rule = new ManyRedirectsLint();

	@Test
	void tenCanBeChecked() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Authentication(ClientKind.SERVER, true,
					new RedirectUris(List.of("https://a.example/0", "https://a.example/1", "https://a.example/2",
							"https://a.example/3", "https://a.example/4", "https://a.example/5", "https://a.example/6",
							"https://a.example/7", "https://a.example/8", "https://a.example/9"), List.of(), List.of()),
					false))))
			.isEmpty();
	}

	@Test
	void elevenAreMany() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Authentication(ClientKind.SERVER, true, new RedirectUris(
					List.of("https://a.example/0", "https://a.example/1", "https://a.example/2", "https://a.example/3",
							"https://a.example/4", "https://a.example/5", "https://a.example/6", "https://a.example/7",
							"https://a.example/8", "https://a.example/9", "https://a.example/10"),
					List.of(), List.of()), false))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L09", Finding.Severity.NOTE);
	}

}
