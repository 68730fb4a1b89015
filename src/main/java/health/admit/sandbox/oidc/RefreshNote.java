package health.admit.sandbox.oidc;

import java.time.Instant;
import java.util.UUID;

/**
 * What a refresh token says.
 *
 * @param signedIn who consented, and when the sign-in was
 * @param began when the first refresh token of this sign-in was issued
 * @param scope what was asked for last; used when a refresh names nothing
 */
record RefreshNote(UUID client, SignedIn signedIn, Platform platform, String scope, boolean claimsCapable,
		Instant issued, Instant began) {
}
