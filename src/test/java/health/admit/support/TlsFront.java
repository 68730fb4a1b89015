package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Ends TLS in front of a server on the loopback address, with a certificate of a
 * certification authority that nobody trusts by itself.
 */
public final class TlsFront implements AutoCloseable {

	private static final char[] PASSWORD = "not-a-secret".toCharArray();

	/** Those that the client library sets by itself or that belong to one connection. */
	private static final Set<String> OWN_HEADERS = Set.of("host", "connection", "content-length", "upgrade",
			"http2-settings", "expect", "transfer-encoding", ":status");

	private final HttpClient http = HttpClient.newHttpClient();

	private final HttpsServer server;

	private final URI target;

	private final X509Certificate authority;

	private TlsFront(HttpsServer server, URI target, X509Certificate authority) {
		this.server = server;
		this.target = target;
		this.authority = authority;
	}

	/**
	 * Starts on a free port.
	 * @param target origin of the server behind it
	 */
	public static TlsFront before(URI target) {
		try {
			KeyPair authorityKey = key();
			X509Certificate authority = certificate("CN=Test authority", authorityKey, "CN=Test authority",
					authorityKey, true);
			KeyPair key = key();
			X509Certificate certificate = certificate("CN=localhost", key, "CN=Test authority", authorityKey, false);
			HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.setHttpsConfigurator(new HttpsConfigurator(context(key, certificate, authority)));
			TlsFront front = new TlsFront(server, target, authority);
			server.createContext("/", front::forward);
			server.start();
			return front;
		}
		catch (GeneralSecurityException | OperatorCreationException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Such as {@code https://localhost:40123}. */
	public URI origin() {
		return URI.create("https://localhost:" + this.server.getAddress().getPort());
	}

	/**
	 * Writes the authority's certificate.
	 * @return the variables by which curl, Python and Node.js are told to trust it
	 */
	public Map<String, String> trustedFrom(Path folder) {
		try {
			Path file = Files.writeString(folder.resolve("authority.pem"),
					"-----BEGIN CERTIFICATE-----\n"
							+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(this.authority.getEncoded())
							+ "\n-----END CERTIFICATE-----\n");
			return Map.of("CURL_CA_BUNDLE", file.toString(), "SSL_CERT_FILE", file.toString(), "NODE_EXTRA_CA_CERTS",
					file.toString());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void forward(HttpExchange exchange) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.target.resolve(exchange.getRequestURI()))
			.method(exchange.getRequestMethod(),
					HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
			.header("X-Forwarded-Host", origin().getAuthority())
			.header("X-Forwarded-Proto", "https");
		exchange.getRequestHeaders()
			.forEach((name, values) -> values.stream()
				.filter((value) -> isPassedOn(name))
				.forEach((value) -> request.header(name, value)));
		try {
			HttpResponse<byte[]> answer = this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			answer.headers()
				.map()
				.forEach((name, values) -> values.stream()
					.filter((value) -> isPassedOn(name))
					.forEach((value) -> exchange.getResponseHeaders().add(name, value)));
			if (answer.body().length == 0) {
				exchange.sendResponseHeaders(answer.statusCode(), -1);
			}
			else {
				exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
				exchange.getResponseBody().write(answer.body());
			}
			exchange.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isPassedOn(String header) {
		return !OWN_HEADERS.contains(header.toLowerCase(Locale.ROOT));
	}

	private static KeyPair key() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		return generator.generateKeyPair();
	}

	private static X509Certificate certificate(String subject, KeyPair key, String issuer, KeyPair issuerKey,
			boolean authority) throws GeneralSecurityException, OperatorCreationException, CertIOException {
		Instant now = Instant.now();
		JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Principal(issuer),
				authority ? BigInteger.ONE : BigInteger.TWO, Date.from(now.minus(Duration.ofMinutes(5))),
				Date.from(now.plus(Duration.ofDays(1))), new X500Principal(subject), key.getPublic());
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
		if (!authority) {
			builder.addExtension(Extension.subjectAlternativeName, false,
					new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
		}
		return new JcaX509CertificateConverter().getCertificate(
				builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey.getPrivate())));
	}

	private static SSLContext context(KeyPair key, X509Certificate certificate, X509Certificate authority)
			throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, PASSWORD);
		store.setKeyEntry("localhost", key.getPrivate(), PASSWORD,
				List.of(certificate, authority).toArray(Certificate[]::new));
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

}
