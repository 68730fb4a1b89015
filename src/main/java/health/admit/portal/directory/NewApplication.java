package health.admit.portal.directory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The whole body of a new application. Always sent whole.
 *
 * @param signInAudience {@code AzureADMyOrg} and its three kin, as Graph writes them
 * @param tags at most 256 characters each, no blanks
 */
public record NewApplication(String displayName, String signInAudience, @Nullable String description,
		@Nullable String notes, @Nullable String serviceManagementReference, RedirectUris redirectUris,
		boolean fallbackPublicClient, List<RequiredApi> requiredApis, List<CertificateKey> certificates,
		List<String> tags) {
}
