package health.admit.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * An option of a form field, in words.
 *
 * @param hint what choosing it means; null when the text says it all
 */
record Choice(String value, String text, @Nullable String hint) {
}
