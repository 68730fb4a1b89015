package health.admit.portal.doctor;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

import health.admit.support.Operators;
import health.admit.support.RsaKeys;

/**
 * Tokens as Entra makes them, and as nobody should.
 */
final class Tokens {

	static final String FHIR = "https://w-f.fhir.azurehealthcareapis.com";

	static final String APP_ID = "1c7b3d2f-7a6f-4a1b-8b48-2e4b0c2d6f12";

	static final String PRINCIPAL = "2d8c4e3a-8b7a-4b2c-9c59-3f5c1d3e7a23";

	static final KeyPair KEYS = RsaKeys.next();

	private Tokens() {
	}

	/** Of a client for itself, valid for an hour around the instant. */
	static String appOnly(String audience, Instant now) {
		return signed(claims(audience, now));
	}

	static String claims(String audience, Instant now) {
		return "{\"aud\":\"" + audience + "\",\"iss\":\"https://sts.windows.net/" + Operators.TENANT + "/\",\"iat\":"
				+ now.minusSeconds(60).getEpochSecond() + ",\"nbf\":" + now.minusSeconds(60).getEpochSecond()
				+ ",\"exp\":" + now.plusSeconds(3600).getEpochSecond() + ",\"appid\":\"" + APP_ID
				+ "\",\"appidacr\":\"1\",\"idtyp\":\"app\",\"oid\":\"" + PRINCIPAL + "\",\"sub\":\"" + PRINCIPAL
				+ "\",\"tid\":\"" + Operators.TENANT + "\",\"ver\":\"1.0\"}";
	}

	static String signed(String claims) {
		return signed("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"key-1\"}", claims);
	}

	static String signed(String header, String claims) {
		String signing = part(header) + "." + part(claims);
		try {
			Signature signer = Signature.getInstance("SHA256withRSA");
			signer.initSign(KEYS.getPrivate());
			signer.update(signing.getBytes(StandardCharsets.US_ASCII));
			return signing + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String part(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	static PastedText pasted(String text) {
		return new PastedText(text.toCharArray(), text.length());
	}

	static CharBuffer characters(String text) {
		return CharBuffer.wrap(text.toCharArray());
	}

}
