package health.admit.portal.registration;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoOwnerLintTests {

	private final LintRule rule = new NoOwnerLint();

	@Test
	void oneOwnerIsEnough() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Basics("x", Purpose.FHIR, AccountTypes.THIS_DIRECTORY, null, null, null, owners(1), false))))
			.isEmpty();
	}

	@Test
	void nobodyIsTooFew() {
		assertThat(this.rule.check(Contents.complete()
			.with(new Basics("x", Purpose.FHIR, AccountTypes.THIS_DIRECTORY, null, null, null, owners(0), false))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L13", Finding.Severity.WARNING);
	}

	private static List<Basics.Owner> owners(int count) {
		return IntStream.range(0, count).mapToObj((index) -> new Basics.Owner(new UUID(0, index), "x")).toList();
	}

}
