package health.admit.portal.doctor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import health.admit.support.HostileNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasteTests {

	private static final String TOKEN = Tokens.appOnly(Tokens.FHIR, TokenReaderTests.NOW);

	@ParameterizedTest
	@ValueSource(strings = { "%s", " %s\n", "Bearer %s", "Authorization: Bearer %s", "\"%s\"",
			"{\"token_type\":\"Bearer\",\"access_token\":\"%s\"}", "access_token=%s&state=1",
			"curl -H 'Authorization: Bearer %s' https://w-f.fhir.azurehealthcareapis.com/Patient",
			"> Authorization: Bearer %s\n< HTTP/1.1 401 Unauthorized\n< WWW-Authenticate: Bearer realm=\"x\"" })
	void takesTheTokenOutOfWhateverItStandsIn(String frame) {
		Paste paste = paste(frame.formatted(TOKEN));
		assertThat(paste.tokens()).hasSize(1).first().hasToString(TOKEN);
		assertThat(paste.rest()).doesNotContain("eyJ", TOKEN.substring(40, 60)).contains(Paste.TAKEN);
	}

	@Test
	void joinsATokenThatATerminalBroke() {
		String broken = TOKEN.replaceAll("(.{80})", "$1\r\n");
		assertThat(paste(broken).tokens()).hasSize(1).first().hasToString(TOKEN);
		assertThat(paste(TOKEN + "\n403 Forbidden").rest()).contains("403 Forbidden");
	}

	@Test
	void takesHalfATokenOutToo() {
		String half = TOKEN.substring(0, TOKEN.length() / 3);
		assertThat(paste("token: " + half + " ...").rest()).doesNotContain(half.substring(0, 20));
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_secret=S3cr3tValueX&x=y", "\"client_secret\" : \"S3cr3tValueX\"",
			"refresh_token=S3cr3tValueX.1.AX", "Authorization: Basic S3cr3tValueXS3cr3tValueX==",
			"client_assertion=S3cr3tValueX", "Cookie: session=S3cr3tValueX", "password: S3cr3tValueX",
			"https://c.example/cb?code=0.AXS3cr3tValueXS3cr3tValueXS3cr3tValueX&state=1",
			"my secret is abc8Q~S3cr3tValueX12345678901234567890ab" })
	void takesSecretsOut(String text) {
		Paste paste = paste(text);
		assertThat(paste.redacted()).isTrue();
		assertThat(paste.rest()).doesNotContain("S3cr3tValueX");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"client_secret\": \"abc,def;ghi}jkl&mno-S3cr3tTail\", \"kept\": 1}",
			"{'client_secret': 'ab c\"d{S3cr3tTail', 'kept': 1}",
			"{\"client_secret\":\"ab\\\"cd\\\\\\\" S3cr3tTail\",\"kept\":1}",
			"{\"client_secret\":\"ab\\\\\",\"kept\":1,\"password\":\"x,S3cr3tTail\"}",
			"\"{\\\"client_secret\\\":\\\"ab,c\\\\\\\"d\\\\n\\u00e9 S3cr3tTail\\\",\\\"kept\\\":1}\"",
			"kept clientSecret = \"abc,def\nS3cr3tTail\"", "kept client_secret=\"abc,def S3cr3tTail",
			"curl -d \"client_secret=abcS3cr3tTail\" kept", "client_secret=abcS3cr3tTail,kept" })
	void takesSecretsOutUpToTheirClosingMark(String text) {
		Paste paste = paste(text);
		assertThat(paste.redacted()).isTrue();
		assertThat(paste.rest()).doesNotContain("abc", "S3cr3tTail").contains("kept", Paste.TAKEN);
	}

	@Test
	void keepsEverythingElse() {
		List<String> texts = List.of(
				"AADSTS7000218: The request body must contain the following parameter:"
						+ " 'client_assertion' or 'client_secret'.",
				"https://login.microsoftonline.com/error?code=7000215",
				"eye-clinic-fhirservice.fhir.azurehealthcareapis.com",
				"WWW-Authenticate: Bearer resource_id=\"https://w-f.fhir.azurehealthcareapis.com\"");
		assertThat(texts).allSatisfy((text) -> {
			assertThat(paste(text).rest()).isEqualTo(text);
			assertThat(paste(text).redacted()).isFalse();
		});
	}

	@Test
	void anyTextComesThrough() {
		assertThat(HostileNames.ALL).allSatisfy((text) -> assertThat(paste(text).rest()).isNotNull());
		assertThat(paste("ey".repeat(30_000)).tokens()).isEmpty();
		assertThat(paste("eyJ".repeat(20_000)).rest()).isEqualTo(Paste.TAKEN);
		assertThat(paste("eyJ.".repeat(15_000)).rest()).isEqualTo(Paste.TAKEN);
		assertThat(paste("Bearer ".repeat(9_000)).tokens()).isEmpty();
		for (String mark : List.of("\"", "'", "\\\"", "")) {
			assertThat(paste("password=" + mark + "\\x".repeat(30_000)).rest()).doesNotContain("\\x");
			assertThat(paste(("password=" + mark).repeat(4_000)).rest()).startsWith("password=");
		}
		assertThat(paste((TOKEN + " ").repeat(50)).tokens()).hasSize(3);
	}

	@Test
	void readsAForm() {
		String text = "Grüße + 100 % \u202E\uD83D\uDE80\r\n&=x";
		byte[] body = ("_csrf=a%2Bb&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
				+ "&other=c+d&text=second&%zz=%")
			.getBytes(StandardCharsets.US_ASCII);
		PastedForm form = PastedForm.read(body, body.length);
		assertThat(form.fields()).containsEntry("_csrf", "a+b").containsEntry("other", "c d").containsEntry("%zz", "%");
		assertThat(new String(form.text().characters(), 0, form.text().length())).isEqualTo(text);
		form.text().wipe();
		assertThat(form.text().characters()).containsOnly('\0');
		byte[] strange = "text=%ff%fe%c3&text&&==&=&text=%".getBytes(StandardCharsets.US_ASCII);
		assertThat(PastedForm.read(strange, strange.length).text().length()).isPositive();
		assertThat(PastedForm.read(new byte[0], 0).text().isBlank()).isTrue();
	}

	private static Paste paste(String text) {
		return Paste.of(Tokens.pasted(text));
	}

}
