package health.admit.portal.reminders;

import health.admit.support.HostileNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailTextTests {

	@Test
	void everyNameIsOneShortLine() {
		for (String name : HostileNames.ALL) {
			assertThat(MailText.line(name)).doesNotContainPattern("[\\p{Cc}\\p{Cs}\u2028\u202E]")
				.hasSizeLessThanOrEqualTo(201);
		}
	}

	@Test
	void aCutDoesNotHalveASign() {
		assertThat(MailText.line("x" + "\uD83D\uDE80".repeat(300))).endsWith("\uD83D\uDE80\u2026");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada@contoso.example", "a.b+c@x-y.example", "o'neil@contoso.example", " ada@x.example " })
	void takesPlainAddresses(String address) {
		assertThat(MailText.address(address)).hasValue(address.strip());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ada", "a@b@c", "a@x.example,b@x.example", "a@x.example\r\nBcc: b@x.example",
			"Ada <a@x.example>", "\"a b\"@x.example", "a@x.example b@x.example", "a@x..example", "@x.example", "a@",
			"a(c)@x.example", ".a@x.example", "\u0430da@contoso.example" })
	void takesNothingElse(String address) {
		assertThat(MailText.address(address)).isEmpty();
	}

	@Test
	void longAddressesTakeTimeInProportion() {
		assertThat(MailText.address("a".repeat(100_000))).isEmpty();
		assertThat(MailText.address("a.".repeat(120) + "@")).isEmpty();
		assertThat(MailText.address(null)).isEmpty();
	}

}
