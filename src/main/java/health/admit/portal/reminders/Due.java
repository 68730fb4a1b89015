package health.admit.portal.reminders;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.inventory.CredentialKind;
import org.jspecify.annotations.Nullable;

/**
 * A credential that has reached a step.
 *
 * @param name of the application, fit for a mail
 * @param description what its makers call the credential, fit for a mail; may be empty
 * @param daysLeft full days
 * @param recipients addresses of owners, or those for applications without
 */
record Due(ReminderKey key, @Nullable UUID appId, String name, String description, CredentialKind kind, Instant ends,
		long daysLeft, Set<String> recipients) {
}
