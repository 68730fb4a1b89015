package health.admit.portal.registration;

import health.admit.portal.directory.RedirectUris;

/**
 * Step 2: what kind of client it is, and where sign-in may send its users.
 *
 * @param confidential whether the client can keep a credential
 * @param publicClientFlows {@code isFallbackPublicClient}
 */
record Authentication(ClientKind kind, boolean confidential, RedirectUris redirectUris, boolean publicClientFlows) {
}
