package health.admit.portal.inventory;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@Test
	void splitsAtEverythingButLettersAndDigits() {
		assertThat(Words.of("Lab-Results: FHIR (v2) <script>")).containsExactly("lab", "results", "fhir", "v2",
				"script");
	}

	@Test
	void comparesWithoutCaseAndWidth() {
		assertThat(Words.of("ＦＨＩＲ Straße ㏈")).containsExactly("fhir", "straße", "db");
	}

	@Test
	void keepsTwelveWordsOfFortyUnits() {
		assertThat(Words.of("a b c d e f g h i j k l m n")).hasSize(12).doesNotContain("m");
		assertThat(Words.of("x".repeat(50))).containsExactly("x".repeat(40));
		assertThat(Words.of("x".repeat(39) + "𝒜𐐷")).allSatisfy((word) -> assertThat(word.length()).isLessThan(41));
	}

	@Test
	void findsNothingInNothing() {
		assertThat(Words.of("")).isEmpty();
		assertThat(Words.of("\u0000 \uD800 \u202E --")).isEmpty();
	}

}
