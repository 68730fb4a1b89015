package health.admit.sandbox.oidc;

import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/**
 * A client assertion as it came, not yet believed.
 *
 * @param thumbprint of the key that signed it: SHA-1 or SHA-256, told apart by length
 */
record Assertion(SignedJWT token, @Nullable String issuer, @Nullable String subject, List<String> audience,
		@Nullable Instant notBefore, @Nullable Instant expires, byte[] thumbprint) {

	static Assertion parse(String text) {
		try {
			SignedJWT token = SignedJWT.parse(text);
			JWTClaimsSet claims = token.getJWTClaimsSet();
			return new Assertion(token, claims.getIssuer(), claims.getSubject(), claims.getAudience(),
					instant(claims.getNotBeforeTime()), instant(claims.getExpirationTime()), thumbprint(token));
		}
		catch (ParseException | IllegalArgumentException | IllegalStateException ex) {
			throw ClientRefusals.notAnAssertion();
		}
	}

	private static @Nullable Instant instant(@Nullable Date date) {
		return (date != null) ? date.toInstant() : null;
	}

	/**
	 * Microsoft's own library writes the SHA-256 thumbprint in plain base64 with padding,
	 * others write base64url: both are read.
	 */
	private static byte[] thumbprint(SignedJWT token) {
		Object value = token.getHeader().toJSONObject().get("x5t#S256");
		if (value == null) {
			value = token.getHeader().toJSONObject().get("x5t");
		}
		String text = (value != null) ? value.toString() : "";
		return Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_').replace("=", ""));
	}

}
