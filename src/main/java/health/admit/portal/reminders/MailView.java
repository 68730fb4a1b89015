package health.admit.portal.reminders;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A mail that would be sent now.
 *
 * @param subject null where the mail is not shown
 * @param text null where the mail is not shown
 */
record MailView(String recipient, int credentials, Instant firstEnds, @Nullable String subject, @Nullable String text) {
}
