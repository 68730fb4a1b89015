package health.admit.portal.registration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShellTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "plain", "it's", "''", "$(echo canary)", "`echo canary`", "\"; echo canary; \"", "a\\",
			"$HOME", "!!", "two  blanks", "*", "\u202eabc" })
	void theShellHandsItOnUnchanged(String text) throws IOException, InterruptedException {
		Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellText.literal(text)).start();
		assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
		assertThat(shell.waitFor()).isZero();
	}

}
