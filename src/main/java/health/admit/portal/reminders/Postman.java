package health.admit.portal.reminders;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import health.admit.portal.signin.PortalAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands mails to the mail server, which there may be none of.
 */
@Component
class Postman {

	private final ObjectProvider<JavaMailSender> sender;

	private final ReminderSettings settings;

	private final URI origin;

	Postman(ObjectProvider<JavaMailSender> sender, ReminderSettings settings, PortalAddress address) {
		this.sender = sender;
		this.settings = settings;
		this.origin = address.origin();
	}

	Delivery send(UUID tenant, String recipient, List<Due> due, Digest digest) {
		try {
			JavaMailSender server = this.sender.getObject();
			server.send(message(server.createMimeMessage(), tenant, recipient, due, digest));
			return Delivery.TAKEN;
		}
		catch (MailSendException ex) {
			return delivery(ex);
		}
		catch (MailException ex) {
			return new Delivery(Delivery.Kind.AWAY, words(ex));
		}
		catch (MessagingException ex) {
			return new Delivery(Delivery.Kind.REFUSED, words(ex));
		}
	}

	/**
	 * With a cause it is about the connection, which may also fail after the mail was
	 * taken.
	 */
	private static Delivery delivery(MailSendException exception) {
		Exception[] refusals = exception.getMessageExceptions();
		if (refusals == null || refusals.length == 0) {
			return Delivery.TAKEN;
		}
		return new Delivery((exception.getCause() != null) ? Delivery.Kind.AWAY : Delivery.Kind.REFUSED,
				words(refusals[0]));
	}

	private MimeMessage message(MimeMessage message, UUID tenant, String recipient, List<Due> due, Digest digest)
			throws MessagingException {
		MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
		mail.setFrom(this.settings.from());
		mail.setTo(recipient);
		mail.setSubject(digest.subject());
		mail.setText(digest.text(), digest.html());
		// Keeps vacation notices from answering.
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("Message-ID", "<" + id(tenant, recipient, due) + "@" + this.origin.getHost() + ">");
		return message;
	}

	/**
	 * The same for the same content, so that mailboxes can tell a mail that is sent again
	 * after a crash.
	 */
	private static String id(UUID tenant, String recipient, List<Due> due) {
		String content = tenant + recipient + due.stream().map((one) -> one.key().toString()).sorted().toList();
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)), 0,
						16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String words(Exception exception) {
		Throwable cause = exception;
		while (cause instanceof MessagingException refusal && refusal.getNextException() != null) {
			cause = refusal.getNextException();
		}
		String words = NestedExceptionUtils.getMostSpecificCause(cause).getMessage();
		return MailText.line((words != null) ? words : cause.getClass().getSimpleName());
	}

}
