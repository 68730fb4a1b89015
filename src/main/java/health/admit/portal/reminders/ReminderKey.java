package health.admit.portal.reminders;

import health.admit.portal.inventory.CredentialKey;

/**
 * A step of a credential. A renewed credential is another one.
 */
record ReminderKey(CredentialKey credential, int step) {
}
