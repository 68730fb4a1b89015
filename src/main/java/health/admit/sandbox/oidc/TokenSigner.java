package health.admit.sandbox.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.stereotype.Component;

/**
 * Signs claims. Tokens of version 1 carry {@code x5t} besides {@code kid}.
 */
@Component
class TokenSigner {

	private final SigningKeys keys;

	TokenSigner(SigningKeys keys) {
		this.keys = keys;
	}

	String sign(JWTClaimsSet claims) {
		JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT)
			.keyID(this.keys.thumbprint());
		if ("1.0".equals(claims.getClaim("ver"))) {
			nameCertificate(header);
		}
		try {
			SignedJWT token = new SignedJWT(header.build(), claims);
			token.sign(new RSASSASigner(this.keys.key()));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@SuppressWarnings("deprecation") // SHA-1, but that is what these tokens carry
	private void nameCertificate(JWSHeader.Builder header) {
		header.x509CertThumbprint(new Base64URL(this.keys.thumbprint()));
	}

	/** Bytes as texts are written in tokens. */
	static String encode(byte[] bytes) {
		return Base64URL.encode(bytes).toString();
	}

}
