package health.admit.portal.credentials;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import health.admit.portal.directory.CertificateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HeldCertificatesTests {

	private static final UUID ONE = UUID.fromString("11111111-1111-4111-8111-111111111111");

	private static final UUID TWO = UUID.fromString("f2222222-2222-4222-8222-222222222222");

	private static final String SHA1 = "0123456789ABCDEF0123456789ABCDEF01234567";

	private static final byte[] AS_BYTES = HexFormat.of().parseHex(SHA1);

	/** As the SDK gives it where Graph writes the digits instead of base64. */
	private static final byte[] AS_DIGITS = Base64.getDecoder().decode(SHA1);

	@Test
	void orderAndFormsOfTheSameMakeNoDifference() {
		HeldCertificates held = HeldCertificates
			.of(List.of(key(ONE, "viewer", AS_BYTES, "2027-01-01T00:00:00Z"), key(TWO, null, null, null)));
		HeldCertificates again = HeldCertificates
			.of(List.of(key(TWO, "", null, null), key(ONE, "viewer", AS_DIGITS, "2027-01-01T00:00:00.1234567Z")));
		assertThat(again).isEqualTo(held);
		assertThat(again.fingerprint()).isEqualTo(held.fingerprint()).matches("[0-9a-f]{64}");
	}

	@Test
	void everythingElseDoes() {
		String fingerprint = HeldCertificates.of(List.of(key(ONE, "viewer", AS_BYTES, "2027-01-01T00:00:00Z")))
			.fingerprint();
		assertThat(List.of(key(TWO, "viewer", AS_BYTES, "2027-01-01T00:00:00Z"),
				key(ONE, "Viewer", AS_BYTES, "2027-01-01T00:00:00Z"), key(ONE, "viewer", null, "2027-01-01T00:00:00Z"),
				key(ONE, "viewer", AS_BYTES, "2027-01-02T00:00:00Z"), key(ONE, "viewer", AS_BYTES, null)))
			.allSatisfy(
					(other) -> assertThat(HeldCertificates.of(List.of(other)).fingerprint()).isNotEqualTo(fingerprint));
		assertThat(HeldCertificates.of(List.of()).fingerprint()).isNotEqualTo(fingerprint);
	}

	@Test
	void canonicalFormIsReadBackWhateverTheNamesHold() {
		HeldCertificates held = HeldCertificates
			.of(List.of(key(ONE, "\"},{\"keyId\":\"x\u202E\u00e9\uD83D\uDE00", AS_BYTES, "2027-01-01T00:00:00Z"),
					key(TWO, null, null, null)));
		assertThat(HeldCertificates.parse(held.canonical())).isEqualTo(held);
		assertThat(HeldCertificates.parse("[]").canonical()).isEqualTo("[]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "{}", "[null]", "[1]", "[[]]", "[{}]", "[{\"keyId\":\"x\"}]",
			"[{\"keyId\":\"11111111-1111-4111-8111-111111111111\",\"displayName\":\"\",\"type\":\"\",\"usage\":\"\",\"endDateTime\":\"soon\"}]",
			"[{\"keyId\":\"11111111-1111-4111-8111-111111111111\",\"displayName\":\"\",\"type\":\"\",\"usage\":\"\",\"customKeyIdentifier\":7}]" })
	void whatIsNoListIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> HeldCertificates.parse(text));
	}

	private static CertificateKey key(UUID keyId, String name, byte[] identifier, String end) {
		return new CertificateKey(keyId, name, "AsymmetricX509Cert", "Verify", new byte[0], null,
				(end != null) ? Instant.parse(end) : null, identifier);
	}

}
