package health.admit.portal.connection;

import org.jspecify.annotations.Nullable;

/**
 * An option of a form.
 */
record Choice(String value, String text, @Nullable String hint) {
}
