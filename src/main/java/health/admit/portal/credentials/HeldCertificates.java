package health.admit.portal.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import health.admit.portal.directory.CertificateKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * All certificates of an application at one moment. Neither the order in which Graph
 * returns them nor the form of its dates makes a difference.
 *
 * @param entries in the order of their key ids
 */
public record HeldCertificates(List<HeldCertificate> entries) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final TypeReference<List<Map<String, @Nullable Object>>> FORM = new TypeReference<>() {
	};

	private static final int NAMED = 5;

	public HeldCertificates {
		entries = entries.stream().sorted(Comparator.comparing((entry) -> entry.keyId().toString())).toList();
	}

	/**
	 * Those that were read.
	 */
	public static HeldCertificates of(Collection<CertificateKey> keys) {
		return new HeldCertificates(keys.stream().map(HeldCertificate::of).toList());
	}

	/**
	 * Reads the canonical form.
	 * @throws IllegalArgumentException when it is none
	 */
	public static HeldCertificates parse(String canonical) {
		try {
			return new HeldCertificates(MAPPER.readValue(canonical, FORM).stream().map(HeldCertificate::of).toList());
		}
		catch (JacksonException | DateTimeException | ClassCastException | NullPointerException ex) {
			throw new IllegalArgumentException("Not a list of certificates", ex);
		}
	}

	/**
	 * The same certificates always give the same JSON.
	 */
	public String canonical() {
		return MAPPER.writeValueAsString(this.entries.stream().map(HeldCertificate::members).toList());
	}

	/**
	 * SHA-256 of the canonical form in lower-case hex.
	 */
	public String fingerprint() {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(canonical().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The entry for a certificate.
	 * @param thumbprint SHA-1 in upper-case hex
	 */
	public Optional<HeldCertificate> with(String thumbprint) {
		return this.entries.stream().filter((entry) -> thumbprint.equals(entry.thumbprint())).findFirst();
	}

	/**
	 * Those that the others have no entry of the same key id for.
	 */
	HeldCertificates without(HeldCertificates others) {
		Set<Object> known = others.entries.stream().map(HeldCertificate::keyId).collect(Collectors.toSet());
		return new HeldCertificates(this.entries.stream().filter((entry) -> !known.contains(entry.keyId())).toList());
	}

	/** Those for other certificates than this one. */
	HeldCertificates except(String thumbprint) {
		return new HeldCertificates(
				this.entries.stream().filter((entry) -> !thumbprint.equals(entry.thumbprint())).toList());
	}

	boolean isEmpty() {
		return this.entries.isEmpty();
	}

	/** The first few by name; hostile input when shown. */
	String names() {
		String names = this.entries.stream().limit(NAMED).map(HeldCertificate::name).collect(Collectors.joining(", "));
		return (this.entries.size() > NAMED) ? names + ", …" : names;
	}

}
