package health.admit.portal.applications;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameCheckTests {

	@ParameterizedTest
	@ValueSource(strings = { "Imaging viewer", "Café Ångström", "Röntgen-Brücke (Test) 2", "РЕТ сканер",
			"Проверка на месте", "放射線ビューア PACS", "방사선과 뷰어", "صورة الأشعة", "מציג תמונות", "Radiology Ελλάδα",
			"Tools 🧑‍⚕️ team", "İstanbul ışık", "", "a;b,c=d", "<script>alert(1)</script>", "x̂ and é" })
	void ordinaryNamesPass(String name) {
		assertThat(NameCheck.warnings(name)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "DIRECTION, report\\u202Efdp.exe", "DIRECTION, a\\u2066b", "INVISIBLE, pay\\u200Bpal",
			"INVISIBLE, a\\u00ADb", "INVISIBLE, a\\u00A0b", "INVISIBLE, a\\u0000b", "INVISIBLE, a\\r\\nb",
			"INVISIBLE, a\\u3164b", "INVISIBLE, a\\u200Db", "INVISIBLE, 'a  b'", "INVISIBLE, ' a'", "INVISIBLE, 'a '",
			"INVISIBLE, a\\uE000b", "INVISIBLE, a\\uD800b", "MIXED_SCRIPTS, p\\u0430ypal", "MIXED_SCRIPTS, \\u0391dmin",
			"LOOKALIKE, Azure \\u0440\\u0430\\u0441", "STACKED_MARKS, z\\u0301\\u0301\\u0301\\u0301" })
	void tricksAreFound(NameWarning warning, String escaped) {
		assertThat(NameCheck.warnings(unescape(escaped))).containsExactly(warning);
	}

	private static String unescape(String text) {
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			if (text.startsWith("\\u", i)) {
				plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
				i += 5;
			}
			else if (text.startsWith("\\r", i) || text.startsWith("\\n", i)) {
				plain.append((text.charAt(++i) == 'r') ? '\r' : '\n');
			}
			else {
				plain.append(text.charAt(i));
			}
		}
		return plain.toString();
	}

}
