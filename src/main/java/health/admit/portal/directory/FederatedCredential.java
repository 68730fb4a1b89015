package health.admit.portal.directory;

import org.jspecify.annotations.Nullable;

/**
 * Trust in another identity provider's tokens instead of a secret.
 *
 * @param name at most 120 URL-safe characters, cannot be changed
 * @param audience normally {@code api://AzureADTokenExchange}
 */
public record FederatedCredential(String name, String issuer, String subject, String audience,
		@Nullable String description) {
}
