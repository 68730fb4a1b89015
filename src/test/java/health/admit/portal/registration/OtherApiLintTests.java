package health.admit.portal.registration;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OtherApiLintTests {

	private final LintRule rule = new OtherApiLint();

	@Test
	void healthApisAreFine() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void othersDeserveALook() {
		assertThat(this.rule.check(Contents.complete()
			.with(new PermissionChoice(List.of(new PermissionChoice.Api(Contents.SCOPE, "API", false,
					List.of(new PermissionChoice.Permission(Contents.SCOPE, "x", false)), List.of())), true))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L21", Finding.Severity.WARNING);
	}

}
