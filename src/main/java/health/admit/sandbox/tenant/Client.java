package health.admit.sandbox.tenant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An application as the token service sees it.
 *
 * @param fallbackPublicClient {@code isFallbackPublicClient}
 * @param accessTokenVersion {@code api.requestedAccessTokenVersion}; null means 1
 * @param groupMembershipClaims decides whether tokens carry {@code wids}
 * @param required the permissions the application asks for
 */
public record Client(UUID objectId, UUID appId, String displayName, String signInAudience, boolean disabled,
		List<String> webRedirectUris, List<String> spaRedirectUris, List<String> publicRedirectUris,
		@Nullable String logoutUrl, boolean implicitIdToken, boolean implicitAccessToken,
		@Nullable Boolean fallbackPublicClient, @Nullable Integer accessTokenVersion,
		@Nullable String groupMembershipClaims, List<Secret> secrets, List<Certificate> certificates,
		List<Required> required) {

	/**
	 * A client secret. Only its hash is kept.
	 *
	 * @param sha256 hash of the text
	 */
	public record Secret(UUID keyId, byte[] sha256, Instant start, Instant end) {
	}

	/**
	 * A registered certificate, DER encoded.
	 */
	public record Certificate(UUID keyId, byte[] der, Instant start, Instant end) {
	}

	/**
	 * Permissions asked of one API, by id.
	 */
	public record Required(UUID resourceAppId, List<UUID> scopes, List<UUID> appRoles) {
	}

}
