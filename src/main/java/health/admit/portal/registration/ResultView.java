package health.admit.portal.registration;

import java.time.Instant;
import java.util.List;

import health.admit.portal.credentials.EnvelopeStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the result page shows.
 *
 * @param principalUse what the id of the service principal is for, in words
 * @param secret where the secret's envelope stands; null when there is no secret
 * @param secretText what that means and what to do, in words
 * @param credentialEnd when secret or certificate ends
 * @param thumbprint SHA-1 of the certificate in upper-case hex
 * @param missing what still keeps the client from working, in sentences
 * @param kit address of the client kit; null where there is none
 * @param kitNote what the kit cannot know yet; null where it is complete
 * @param adminConsent where a higher administrator can consent; null when nothing is left
 * @param test how to test the client; null for a client of another API
 */
record ResultView(String name, String tenantId, String appId, String objectId, String servicePrincipalId,
		String principalUse, String kindText, EnvelopeStatus.@Nullable Phase secret, String secretText,
		@Nullable Instant readableUntil, @Nullable Instant credentialEnd, @Nullable String thumbprint,
		List<Service> services, List<String> missing, @Nullable String adminConsent, @Nullable String kit,
		@Nullable String kitNote, String action, @Nullable Test test) {

	/**
	 * What the connection test has to know of the client.
	 *
	 * @param way how the client signs in, as the test names it
	 * @param redirectUri empty when there is none
	 * @param address of the first service; empty when it is not known
	 * @param roleGiven when the newest role was assigned; empty when none was
	 */
	record Test(String way, String redirectUri, String address, String roleGiven) {
	}

	/**
	 * How to get a token for one service.
	 *
	 * @param scopeText which scope to ask for, and why
	 * @param url base address; null when it is not known
	 * @param audience what the token is asked for; null when it is not known
	 */
	record Service(String title, String scopeText, @Nullable String url, @Nullable String audience,
			List<Request> requests) {
	}

	/**
	 * A role that somebody has, or is to have.
	 *
	 * @param what role, service and who
	 * @param state where it stands
	 * @param assignedAt null while it is not assigned
	 * @param left says how long the service may still take to know; null when it should
	 * @param command what somebody who may assign it pastes; null when it is assigned
	 * @param page the service's page in the Azure portal; null when it is not known
	 */
	record Role(String what, String state, @Nullable Instant assignedAt, @Nullable String left,
			@Nullable String command, @Nullable String page) {

		public boolean spreading() {
			return this.left != null;
		}

		/** Whether the service has had the time it may take to know. */
		public boolean settled() {
			return this.assignedAt != null && this.left == null;
		}

	}

	/**
	 * One request.
	 *
	 * @param commands null when there are none that would work
	 */
	record Request(String title, String why, @Nullable String commands) {
	}

}
