package health.admit.sandbox.oidc;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an authorization code says.
 */
record CodeNote(UUID id, UUID client, SignedIn signedIn, String redirectUri, Platform platform, String scope,
		@Nullable String resource, @Nullable String challenge, @Nullable String challengeMethod, @Nullable String nonce,
		boolean authTime, boolean claimsCapable, Instant issued) {
}
