package health.admit.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * One way for the new client to get a token.
 *
 * @param title message key of the name of the grant
 * @param why message key of when to use it
 * @param proof how the client proves who it is; null for a public client
 * @param commands commands for a Unix shell, without any secret; null when the credential
 * cannot be used for it
 */
record TokenRequest(String title, String why, @Nullable ClientProof proof, @Nullable String commands) {
}
