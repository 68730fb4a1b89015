package health.admit.sandbox.seed;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Moments;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import tools.jackson.databind.node.ObjectNode;

/**
 * A handful of real certificates, one for each expiry band. Seeded applications share
 * them, for making a new one takes too long for hundreds of thousands.
 */
final class CertificatePool {

	private final List<ObjectNode> credentials = new ArrayList<>();

	CertificatePool(Instant now) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(256);
			KeyPair pair = generator.generateKeyPair();
			for (int band = 0; band < ExpiryBands.bands(); band++) {
				this.credentials.add(credential(certificate(pair, band, now), band));
			}
		}
		catch (GeneralSecurityException | OperatorCreationException ex) {
			throw new IllegalStateException("Could not make the certificates of the seed", ex);
		}
	}

	/** A key credential with an id of its own. */
	ObjectNode credential(int index, UUID keyId) {
		return this.credentials.get(index % this.credentials.size()).deepCopy().put("keyId", keyId.toString());
	}

	private static X509Certificate certificate(KeyPair pair, int band, Instant now)
			throws GeneralSecurityException, OperatorCreationException {
		Instant end = ExpiryBands.end(band, now, new SplittableRandom(band));
		Instant start = end.minus(Duration.ofDays(730));
		X500Name name = new X500Name("CN=integration-" + band + ".contosohealth.example,O=Contoso Health");
		return new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(name,
				BigInteger.valueOf(1000L + band), Date.from(start), Date.from(end), name, pair.getPublic())
			.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
	}

	private static ObjectNode credential(X509Certificate certificate, int band) throws GeneralSecurityException {
		byte[] der = certificate.getEncoded();
		return Json.object()
			.put("customKeyIdentifier",
					HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(der)).toUpperCase(Locale.ROOT))
			.put("displayName", "CN=integration-" + band + ".contosohealth.example")
			.put("endDateTime", Moments.write(certificate.getNotAfter().toInstant()))
			.put("key", Base64.getEncoder().encodeToString(der))
			.put("startDateTime", Moments.write(certificate.getNotBefore().toInstant()))
			.put("type", "AsymmetricX509Cert")
			.put("usage", "Verify");
	}

}
