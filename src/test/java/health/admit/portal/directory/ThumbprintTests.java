package health.admit.portal.directory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThumbprintTests {

	private static final String HEX = "3F2504E04F8911D39A0C0305E82C3301DEADBEEF";

	@Test
	void isReadFromBytes() {
		assertThat(Thumbprint.of(HexFormat.of().parseHex(HEX))).isEqualTo(HEX);
	}

	@Test
	void isReadFromDigitsThatTheSdkTookForBase64() {
		assertThat(Thumbprint.of(Base64.getDecoder().decode(HEX))).isEqualTo(HEX);
		assertThat(Thumbprint.of(Base64.getDecoder().decode(HEX.toLowerCase(Locale.ROOT)))).isEqualTo(HEX);
	}

	@Test
	void anythingElseIsNone() {
		assertThat(Thumbprint.of(null)).isNull();
		assertThat(Thumbprint.of(new byte[0])).isNull();
		assertThat(Thumbprint.of("some name".getBytes(StandardCharsets.UTF_8))).isNull();
	}

}
