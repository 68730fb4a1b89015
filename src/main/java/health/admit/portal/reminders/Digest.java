package health.admit.portal.reminders;

/**
 * A mail about what ends soon, twice: as text and as HTML.
 */
record Digest(String subject, String text, String html) {
}
