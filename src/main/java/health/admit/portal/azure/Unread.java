package health.admit.portal.azure;

import java.util.UUID;

/**
 * A part of Azure that could not be read.
 *
 * @param subscription name of the subscription; hostile input when shown
 * @param part the workspace, or empty for the whole subscription; hostile input when
 * shown
 * @param code Azure's error code; empty when it gave none
 * @param words Azure's own words, or the technical cause; hostile input when shown
 */
public record Unread(UUID subscriptionId, String subscription, String part, Reason reason, String code, String words) {

	/** The subscription, with the part of it where only that could not be read. */
	public String where() {
		return this.part.isEmpty() ? this.subscription : this.subscription + ", " + this.part;
	}

	/** Both, as far as there are any. */
	public String codeAndWords() {
		return (this.code + " " + this.words).strip();
	}

	/** Why it could not be read. */
	public enum Reason {

		/** Azure said no. */
		REFUSED,

		/** Role assignments are shown on single services, not on the subscription. */
		SERVICES_ONLY,

		/** Azure did not answer in time. */
		UNANSWERED,

		/** Azure answered with something that makes no sense. */
		MALFORMED

	}

}
