package health.admit.portal.credentials;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Random;

import health.admit.portal.credentials.SelfSigned.KeyType;
import health.admit.portal.directory.CertificateKey;
import health.admit.portal.directory.CredentialPolicy;
import health.admit.support.RsaKeys;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

class CertificateReaderTests {

	private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

	private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	private static final CredentialPolicy OPEN = CredentialPolicy.unknown();

	private static final Instant LATER = NOW.plus(Duration.ofDays(180));

	private static KeyPair rsa;

	private static byte[] good;

	private final CertificateReader reader = new CertificateReader(CLOCK);

	@BeforeAll
	static void makeKeys() throws Exception {
		rsa = RsaKeys.next();
		good = certificate(rsa, "SHA256withRSA", NOW.minusSeconds(60), LATER).getEncoded();
	}

	@Test
	void derAndPemSayTheSame() {
		CertificateDetails der = accepted(good);
		assertThat(der.subject()).isEqualTo("CN=a\\\"\\>\\<script\\>");
		assertThat(der.key()).isEqualTo("RSA 2048");
		assertThat(der.signature()).isEqualTo("SHA256withRSA");
		assertThat(der.sha1()).hasSize(40);
		assertThat(der.sha256()).hasSize(64);
		assertThat(der.notAfter()).isEqualTo(LATER);
		assertThat(der.selfSigned()).isTrue();
		assertThat(accepted(bytes("\r\n" + pem("CERTIFICATE", good) + "\n\n")).sha256()).isEqualTo(der.sha256());
		assertThat(accepted(bytes("\u00EF\u00BB\u00BF" + pem("CERTIFICATE", good))).sha256()).isEqualTo(der.sha256());
	}

	@Test
	void theKeyForTheApplicationHoldsTheCertificate() {
		CertificateKey key = accepted(good).toKey();
		assertThat(key.keyId()).isNull();
		assertThat(key.der()).isEqualTo(good);
		assertThat(key.end()).isEqualTo(LATER);
	}

	@Test
	void generatedPairsAreAccepted() {
		SelfSigned selfSigned = new SelfSigned(CLOCK);
		assertThat(accepted(selfSigned.pem("viewer", KeyType.RSA_3072, 12).certificate().der()).key())
			.isEqualTo("RSA 3072");
		CertificateDetails elliptic = accepted(selfSigned.pem("viewer", KeyType.P_256, 3).certificate().der());
		assertThat(elliptic.key()).isEqualTo("EC P-256");
		assertThat(elliptic.signsForEntra()).isFalse();
	}

	@Test
	void anyPrivateKeyIsRefused() throws Exception {
		String key = pem("PRIVATE KEY", rsa.getPrivate().getEncoded());
		assertThat(problem(bytes(key))).isEqualTo(CertificateProblem.PRIVATE_KEY);
		assertThat(problem(bytes(pem("CERTIFICATE", good) + key))).isEqualTo(CertificateProblem.PRIVATE_KEY);
		assertThat(problem(bytes(key.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"))))
			.isEqualTo(CertificateProblem.PRIVATE_KEY);
		assertThat(problem(bytes(key.replace("PRIVATE KEY", "OPENSSH PRIVATE KEY"))))
			.isEqualTo(CertificateProblem.PRIVATE_KEY);
		assertThat(problem(rsa.getPrivate().getEncoded())).isEqualTo(CertificateProblem.PRIVATE_KEY);
		assertThat(problem(bytes(pem("CERTIFICATE", rsa.getPrivate().getEncoded()))))
			.isEqualTo(CertificateProblem.PRIVATE_KEY);
	}

	@Test
	void otherFilesAreRefusedByName() throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setCertificateEntry("a", certificate(rsa, "SHA256withRSA", NOW, LATER));
		ByteArrayOutputStream pkcs12 = new ByteArrayOutputStream();
		store.store(pkcs12, "password".toCharArray());
		assertThat(problem(pkcs12.toByteArray())).isEqualTo(CertificateProblem.PKCS12);
		byte[] pkcs7 = CertificateFactory.getInstance("X.509")
			.generateCertPath(List.of((Certificate) certificate(rsa, "SHA256withRSA", NOW, LATER)))
			.getEncoded("PKCS7");
		assertThat(problem(pkcs7)).isEqualTo(CertificateProblem.PKCS7);
		assertThat(problem(bytes(pem("PKCS7", pkcs7)))).isEqualTo(CertificateProblem.PKCS7);
		byte[] request = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=a"), rsa.getPublic())
			.build(new JcaContentSignerBuilder("SHA256withRSA").build(rsa.getPrivate()))
			.getEncoded();
		assertThat(problem(request)).isEqualTo(CertificateProblem.REQUEST);
		assertThat(problem(bytes(pem("CERTIFICATE REQUEST", request)))).isEqualTo(CertificateProblem.REQUEST);
		assertThat(problem(rsa.getPublic().getEncoded())).isEqualTo(CertificateProblem.PUBLIC_KEY);
		assertThat(problem(bytes(pem("PUBLIC KEY", rsa.getPublic().getEncoded()))))
			.isEqualTo(CertificateProblem.PUBLIC_KEY);
		assertThat(problem(bytes("hello"))).isEqualTo(CertificateProblem.NOT_A_CERTIFICATE);
		assertThat(problem(bytes("GIF89a"))).isEqualTo(CertificateProblem.NOT_A_CERTIFICATE);
		assertThat(problem(new byte[0])).isEqualTo(CertificateProblem.EMPTY);
	}

	@Test
	void exactlyOneCertificateAndNothingAround() {
		String pem = pem("CERTIFICATE", good);
		assertThat(problem(bytes(pem + pem))).isEqualTo(CertificateProblem.MORE_THAN_ONE);
		assertThat(problem(bytes("subject=CN = a\n" + pem))).isEqualTo(CertificateProblem.TEXT_AROUND);
		assertThat(problem(bytes(pem + "<script>"))).isEqualTo(CertificateProblem.TEXT_AROUND);
		assertThat(problem(concat(good, good))).isEqualTo(CertificateProblem.MORE_THAN_ONE);
		assertThat(problem(concat(good, new byte[] { 0 }))).isEqualTo(CertificateProblem.UNREADABLE);
		assertThat(problem(bytes(pem.replace("\nMII", "\nM!I")))).isEqualTo(CertificateProblem.UNREADABLE);
		assertThat(problem(java.util.Arrays.copyOf(good, good.length / 2))).isEqualTo(CertificateProblem.UNREADABLE);
	}

	@Test
	void largeFilesAreNotLookedAt() {
		assertThat(problem(new byte[64 * 1024 + 1])).isEqualTo(CertificateProblem.TOO_LARGE);
		assertThat(problem(bytes("A".repeat(64 * 1024)))).isEqualTo(CertificateProblem.NOT_A_CERTIFICATE);
	}

	@Test
	void strengthIsChecked() throws Exception {
		KeyPair weak = pair("RSA", 1024);
		KeyPair dsa = pair("DSA", 2048);
		assertThat(problem(certificate(weak, "SHA256withRSA", NOW, LATER).getEncoded()))
			.isEqualTo(CertificateProblem.KEY_TOO_SHORT);
		assertThat(problem(certificate(rsa, "SHA1withRSA", NOW, LATER).getEncoded()))
			.isEqualTo(CertificateProblem.WEAK_SIGNATURE);
		assertThat(problem(certificate(rsa, "MD5withRSA", NOW, LATER).getEncoded()))
			.isEqualTo(CertificateProblem.WEAK_SIGNATURE);
		assertThat(problem(certificate(dsa, "SHA256withDSA", NOW, LATER).getEncoded()))
			.isEqualTo(CertificateProblem.KEY_UNSUPPORTED);
		assertThat(accepted(certificate(rsa, "SHA512withRSA", NOW, LATER).getEncoded()).key()).isEqualTo("RSA 2048");
		assertThat(accepted(certificate(rsa, "SHA256withRSAandMGF1", NOW, LATER).getEncoded()).signature())
			.contains("PSS");
		assertThat(problem(certificate(rsa, "SHA1withRSAandMGF1", NOW, LATER).getEncoded()))
			.isEqualTo(CertificateProblem.WEAK_SIGNATURE);
	}

	@Test
	void validityIsChecked() throws Exception {
		assertThat(problem(certificate(rsa, "SHA256withRSA", NOW.minusSeconds(9), NOW).getEncoded()))
			.isEqualTo(CertificateProblem.EXPIRED);
		assertThat(problem(certificate(rsa, "SHA256withRSA", NOW.plusSeconds(9), LATER).getEncoded()))
			.isEqualTo(CertificateProblem.NOT_YET_VALID);
		CredentialPolicy short90 = new CredentialPolicy(true, true, null, Duration.ofDays(90));
		assertThat(problem(this.reader.read(good, short90))).isEqualTo(CertificateProblem.LONGER_THAN_POLICY);
	}

	@Test
	void mutatedCertificatesAreReadOrRefusedButNeverBreakAnything() {
		long seed = Long.getLong("admit.seed", System.nanoTime());
		Random random = new Random(seed);
		byte[] pem = bytes(pem("CERTIFICATE", good));
		for (int round = 0; round < 5000; round++) {
			byte[] input = mutate(((round % 2 == 0) ? good : pem).clone(), random);
			try {
				this.reader.read(input, OPEN);
			}
			catch (Throwable ex) {
				fail("Seed " + seed + ", round " + round + ": " + Base64.getEncoder().encodeToString(input), ex);
			}
		}
	}

	private static byte[] mutate(byte[] input, Random random) {
		int changes = 1 + random.nextInt(6);
		for (int i = 0; i < changes; i++) {
			input[random.nextInt(input.length)] = (byte) random.nextInt();
		}
		return (random.nextInt(5) == 0) ? java.util.Arrays.copyOf(input, random.nextInt(input.length + 50)) : input;
	}

	private CertificateDetails accepted(byte[] upload) {
		return this.reader.read(upload, OPEN)
			.fold(CertificateReading.Certificate::details, (refused) -> fail("Refused: " + refused.problem()));
	}

	private CertificateProblem problem(byte[] upload) {
		return problem(this.reader.read(upload, OPEN));
	}

	private static CertificateProblem problem(CertificateReading reading) {
		return reading.fold((read) -> fail("Was accepted"), CertificateReading.Refused::problem);
	}

	private static X509Certificate certificate(KeyPair keys, String algorithm, Instant from, Instant to)
			throws Exception {
		X500Name name = new X500Name("CN=a\\\"\\>\\<script\\>");
		return new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.ONE,
				Date.from(from), Date.from(to), name, keys.getPublic())
			.build(new JcaContentSignerBuilder(algorithm).setProvider(bouncyCastle()).build(keys.getPrivate())));
	}

	private static java.security.Provider bouncyCastle() {
		return new org.bouncycastle.jce.provider.BouncyCastleProvider();
	}

	private static KeyPair pair(String algorithm, int bits) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
		generator.initialize(bits);
		return generator.generateKeyPair();
	}

	private static String pem(String label, byte[] content) {
		return "-----BEGIN " + label + "-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content) + "\n-----END " + label
				+ "-----\n";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] concat(byte[] first, byte[] second) {
		byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}

}
