package health.admit.portal.registration;

import java.time.Instant;
import java.util.List;

import health.admit.portal.credentials.EnvelopeStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the result page shows.
 *
 * @param secret where the secret's envelope stands; null when there is no secret
 * @param secretText what that means and what to do, in words
 * @param credentialEnd when secret or certificate ends
 * @param thumbprint SHA-1 of the certificate in upper-case hex
 * @param missing what still keeps the client from working, in sentences
 * @param adminConsent where a higher administrator can consent; null when nothing is left
 */
record ResultView(String name, String tenantId, String appId, String objectId, String servicePrincipalId,
		String kindText, EnvelopeStatus.@Nullable Phase secret, String secretText, @Nullable Instant readableUntil,
		@Nullable Instant credentialEnd, @Nullable String thumbprint, List<Service> services, List<String> missing,
		@Nullable String adminConsent, String action) {

	/**
	 * How to get a token for one service.
	 *
	 * @param scopeText which scope to ask for, and why
	 */
	record Service(String title, String scopeText, List<Request> requests) {
	}

	/**
	 * One request.
	 *
	 * @param commands null when there are none that would work
	 */
	record Request(String title, String why, @Nullable String commands) {
	}

}
