package health.admit.sandbox.oidc;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who a token speaks for.
 *
 * @param appId the client
 * @param objectId the user, or the service principal of an app-only token
 * @param appOnly whether no user is involved
 * @param scopes delegated scopes; empty for app-only
 * @param roles app roles; application permissions when app-only
 * @param wids role template ids of the user
 * @param acrs authentication context ids the user has satisfied
 * @param claimsCapable whether the client declared {@code cp1}
 */
public record Caller(UUID appId, UUID objectId, boolean appOnly, Set<String> scopes, Set<String> roles, Set<UUID> wids,
		Set<String> acrs, boolean claimsCapable, Instant issuedAt, @Nullable Instant authenticatedAt) {
}
