package health.admit.portal.directory;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What the tenant allows for new credentials.
 *
 * @param known whether the policy could be read
 * @param secretsAllowed whether new client secrets may be added
 * @param longestSecret the longest life of a secret, if limited
 * @param longestCertificate the longest life of a certificate, if limited
 * @see <a href=
 * "https://learn.microsoft.com/graph/api/resources/tenantappmanagementpolicy">tenantAppManagementPolicy</a>
 */
public record CredentialPolicy(boolean known, boolean secretsAllowed, @Nullable Duration longestSecret,
		@Nullable Duration longestCertificate) {

	/**
	 * The policy could not be read; Graph itself will refuse what it forbids.
	 */
	public static CredentialPolicy unknown() {
		return new CredentialPolicy(false, true, null, null);
	}

}
