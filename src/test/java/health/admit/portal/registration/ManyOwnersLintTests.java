package health.admit.portal.registration;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManyOwnersLintTests {

	private final LintRule rule = new ManyOwnersLint();

	@Test
	void fiveAreFine() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Basics("x", Purpose.FHIR, AccountTypes.THIS_DIRECTORY, null, null, null, owners(5), false))))
			.isEmpty();
	}

	@Test
	void sixAreMany() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Basics("x", Purpose.FHIR, AccountTypes.THIS_DIRECTORY, null, null, null, owners(6), false))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L14", Finding.Severity.NOTE);
	}

	private static List<Basics.Owner> owners(int count) {
		return IntStream.range(0, count).mapToObj((index) -> new Basics.Owner(new UUID(0, index), "x")).toList();
	}

}
