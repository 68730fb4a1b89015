package health.admit.portal.exports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of the list.
 *
 * @param next the value of {@code from} that gives the following part; null at the end
 */
record CredentialsJson(IndexJson index, List<CredentialJson> items, @Nullable String next) {
}
