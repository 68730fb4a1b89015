package health.admit.portal.registration;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MissingScopeLintTests {

	private final LintRule rule = new MissingScopeLint();

	@Test
	void aServerNeedsNone() {
		assertThat(this.rule.check(Contents.complete().with(new PermissionChoice(List.of(), false)))).isEmpty();
	}

	@Test
	void aPageThatAsksIsFine() {
		assertThat(this.rule.check(Contents.complete().with(Contents.singlePage()))).isEmpty();
	}

	@Test
	void aPageThatAsksForNothingFails() {
		assertThat(this.rule
			.check(Contents.complete().with(Contents.singlePage()).with(new PermissionChoice(List.of(), false)))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L22", Finding.Severity.WARNING);
	}

}
