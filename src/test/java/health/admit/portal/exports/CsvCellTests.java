package health.admit.portal.exports;

import java.util.Random;

import health.admit.support.HostileNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvCellTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1", "+1", "-1", "@A1", " =1", "\t=1", "\r\n=1", "\u0000=1", "\uFF1D1", "\uFF0B1",
			"\uFF0D1", "\uFF201", "\u2212" + "1", "\uFEFF=1", "\u200B=1", "\u202E=1" })
	void whatASpreadsheetWouldRunBeginsWithAnApostrophe(String text) {
		assertThat(CsvCell.of(text)).startsWith("'").doesNotContainPattern("\\p{Cc}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			x;=1 ~ x;'=1
			x, -1 ~ x, '-1
			x"=1 ~ x"'=1
			x|@A ~ x|'@A
			""")
	void soDoesWhatComesBehindASeparatorOfAnotherDialect(String text, String cell) {
		assertThat(CsvCell.of(text)).isEqualTo(cell);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Contoso", "a-b", "a=b", "mail@contoso.example", "1 + 1", "it's", "\uD83D\uDE80" })
	void everythingElseStaysAsItIs(String text) {
		assertThat(CsvCell.of(text)).isEqualTo(text);
	}

	@Test
	void noMixtureOfSignsGetsThrough() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		String signs = "=+-@\t\r\n\u0000 \"';,|a\uFF1D\uFEFF\u2028";
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int j = random.nextInt(12); j >= 0; j--) {
				text.append(signs.charAt(random.nextInt(signs.length())));
			}
			assertThat(CsvCell.of(text.toString())).as("seed %d, text %s", seed, text)
				.doesNotContainPattern("\\p{Cc}")
				.doesNotMatch("(?s)[\\s\\p{Cf}]*[=+\\-@\uFF1D].*")
				.doesNotContainPattern("[;,\"|][\\s\\p{Cf}]*[=+\\-@\uFF1D]");
		}
	}

	@Test
	void longTextsTakeTimeInProportion() {
		for (String name : HostileNames.ALL) {
			assertThat(CsvCell.of(name.repeat(1000)).length()).isGreaterThanOrEqualTo(name.length() * 1000);
		}
	}

}
