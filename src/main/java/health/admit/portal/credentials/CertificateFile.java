package health.admit.portal.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells what sort of file was uploaded, by its labels or its first bytes, before anything
 * parses it.
 *
 * @param der the one certificate of the file, not parsed yet; null when there is a
 * problem
 */
record CertificateFile(byte @Nullable [] der, @Nullable CertificateProblem problem) {

	static final int LARGEST = 64 * 1024;

	private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");

	private static final Pattern BLOCK = Pattern
		.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]*+)-----END CERTIFICATE-----");

	private static final Map<String, CertificateProblem> OTHER_LABELS = Map.of("PKCS7", CertificateProblem.PKCS7, "CMS",
			CertificateProblem.PKCS7, "CERTIFICATE REQUEST", CertificateProblem.REQUEST, "NEW CERTIFICATE REQUEST",
			CertificateProblem.REQUEST, "PUBLIC KEY", CertificateProblem.PUBLIC_KEY, "RSA PUBLIC KEY",
			CertificateProblem.PUBLIC_KEY);

	static CertificateFile of(byte[] upload) {
		if (upload.length == 0) {
			return refused(CertificateProblem.EMPTY);
		}
		if (upload.length > LARGEST) {
			return refused(CertificateProblem.TOO_LARGE);
		}
		if (upload[0] == 0x30) {
			CertificateProblem other = DerShape.of(upload).problem();
			return (other != null) ? refused(other) : new CertificateFile(upload, null);
		}
		return text(new String(upload, StandardCharsets.ISO_8859_1));
	}

	private static CertificateFile text(String text) {
		String upper = text.toUpperCase(Locale.ROOT);
		if (upper.contains("PRIVATE KEY") || upper.contains("PRIVATE-LINES")) {
			return refused(CertificateProblem.PRIVATE_KEY);
		}
		List<String> labels = BEGIN.matcher(text).results().map((match) -> match.group(1)).toList();
		if (labels.isEmpty()) {
			return refused(CertificateProblem.NOT_A_CERTIFICATE);
		}
		for (String label : labels) {
			if (!label.equals("CERTIFICATE")) {
				return refused(OTHER_LABELS.getOrDefault(label, CertificateProblem.NOT_A_CERTIFICATE));
			}
		}
		return (labels.size() > 1) ? refused(CertificateProblem.MORE_THAN_ONE) : block(text);
	}

	private static CertificateFile block(String text) {
		Matcher matcher = BLOCK.matcher(text);
		if (!matcher.find()) {
			return refused(CertificateProblem.UNREADABLE);
		}
		MatchResult block = matcher.toMatchResult();
		String byteOrderMark = "\u00EF\u00BB\u00BF";
		String before = text.substring(0, block.start());
		if (!before.replace(byteOrderMark, "").isBlank() || !text.substring(block.end()).isBlank()) {
			return refused(CertificateProblem.TEXT_AROUND);
		}
		try {
			byte[] der = Base64.getDecoder().decode(block.group(1).replaceAll("\\s", ""));
			CertificateProblem other = DerShape.of(der).problem();
			return (other != null) ? refused(other) : new CertificateFile(der, null);
		}
		catch (IllegalArgumentException ex) {
			return refused(CertificateProblem.UNREADABLE);
		}
	}

	private static CertificateFile refused(CertificateProblem problem) {
		return new CertificateFile(null, problem);
	}

}
