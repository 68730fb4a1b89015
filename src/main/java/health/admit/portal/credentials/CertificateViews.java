package health.admit.portal.credentials;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import health.admit.portal.directory.CredentialPolicy;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Puts certificates into words, and what is wrong with a file.
 */
@Component
public class CertificateViews {

	private final MessageSource messages;

	CertificateViews(MessageSource messages) {
		this.messages = messages;
	}

	public CertificateView of(CertificateDetails details) {
		return CertificateView.of(details,
				text("credentials.certificate.validity", day(details.notBefore()), day(details.notAfter())));
	}

	/**
	 * Why a file is not taken, and what to do.
	 */
	public String problem(CertificateProblem problem, CredentialPolicy policy) {
		Duration longest = policy.longestCertificate();
		return text(problem.message(), (longest != null) ? longest.toDays() : 0);
	}

	/** Days of credentials are days in UTC. */
	private static String day(Instant instant) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
			.withLocale(LocaleContextHolder.getLocale())
			.format(instant.atOffset(ZoneOffset.UTC));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
