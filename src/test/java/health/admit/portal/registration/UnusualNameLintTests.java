package health.admit.portal.registration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnusualNameLintTests {

	private final LintRule rule = new UnusualNameLint();

	@Test
	void anOrdinaryNameIsFine() {
		assertThat(this.rule.check(Contents.complete()
			.with(Contents.basics("Bildarchiv M\u00fcnchen \u2013 Test 2", AccountTypes.THIS_DIRECTORY)))).isEmpty();
	}

	@Test
	void anotherAlphabetIsFine() {
		assertThat(this.rule.check(Contents.complete()
			.with(Contents.basics("\u05e9\u05dc\u05d5\u05dd viewer", AccountTypes.THIS_DIRECTORY)))).isEmpty();
	}

	@Test
	void mixedAlphabetsAreNamed() {
		assertThat(
				this.rule.check(Contents.complete().with(Contents.basics("p\u0430ypal", AccountTypes.THIS_DIRECTORY))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L17", Finding.Severity.WARNING);
	}

	@Test
	void turnedTextIsNamed() {
		assertThat(this.rule
			.check(Contents.complete().with(Contents.basics("\u202eexe.pdf", AccountTypes.THIS_DIRECTORY)))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L17", Finding.Severity.WARNING);
	}

	@Test
	void invisibleCharactersAreNamed() {
		assertThat(this.rule.check(Contents.complete().with(Contents.basics("a\u200bb", AccountTypes.THIS_DIRECTORY))))
			.get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L17", Finding.Severity.WARNING);
	}

	@Test
	void stackedMarksAreNamed() {
		assertThat(this.rule
			.check(Contents.complete().with(Contents.basics("a\u0301\u0301\u0301", AccountTypes.THIS_DIRECTORY)))).get()
			.extracting(Finding::id, Finding::severity)
			.containsExactly("L17", Finding.Severity.WARNING);
	}

}
