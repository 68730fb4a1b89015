package health.admit.portal.registration;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SelfSignedLintTests {

	private final LintRule rule = new SelfSignedLint();

	@Test
	void aCertificateOfAnAuthorityIsFine() throws Exception {
		assertThat(this.rule.check(content(certificate("CN=Contoso CA", "CN=viewer")))).isEmpty();
	}

	@Test
	void aSecretIsNoneOfItsBusiness() {
		assertThat(this.rule.check(Contents.complete())).isEmpty();
	}

	@Test
	void oneThatVouchesForItselfIsNamed() throws Exception {
		assertThat(this.rule.check(content(certificate("CN=viewer", "CN=viewer")))).get()
			.extracting(Finding::id)
			.isEqualTo("L03");
	}

	private static DraftContent content(byte[] der) {
		String text = Base64.getEncoder().encodeToString(der);
		return Contents.server(new CredentialChoice(CredentialChoice.Kind.CERTIFICATE, null,
				new CredentialChoice.Certificate(text, "viewer"), null));
	}

	private static byte[] certificate(String issuer, String subject) throws Exception {
		KeyPair keys = keys();
		return new JcaX509v3CertificateBuilder(new X500Principal(issuer), BigInteger.ONE, Date.from(Instant.EPOCH),
				Date.from(Instant.EPOCH.plusSeconds(60)), new X500Principal(subject), keys.getPublic())
			.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
			.getEncoded();
	}

	private static KeyPair keys() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(256);
		return generator.generateKeyPair();
	}

}
