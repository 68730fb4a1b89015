package health.admit.portal.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An application object as the portal reads it. All texts are hostile input when shown.
 *
 * @param signInAudience {@code AzureADMyOrg} and its three kin, as Graph writes them
 * @param fallbackPublicClient "allow public client flows"; null means no
 */
public record ApplicationRecord(UUID objectId, UUID appId, String displayName, @Nullable String uniqueName,
		String signInAudience, @Nullable Instant createdAt, @Nullable String description, @Nullable String notes,
		@Nullable String serviceManagementReference, RedirectUris redirectUris, @Nullable Boolean fallbackPublicClient,
		List<SecretSummary> secrets, List<CertificateSummary> certificates, List<RequiredApi> requiredApis) {
}
