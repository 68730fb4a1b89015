package health.admit.portal.credentials;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How an envelope stands, seen from one browser, without opening it.
 *
 * @param phase where it stands
 * @param readableUntil when an unread secret is thrown away; set for {@link Phase#READY}
 * @param since when the phase was reached; set for {@link Phase#REVEALED} and
 * {@link Phase#EXPIRED}
 * @param revealedBy display name of the person who saw it; hostile input when shown
 */
public record EnvelopeStatus(Phase phase, @Nullable Instant readableUntil, @Nullable Instant since,
		@Nullable String revealedBy) {

	/**
	 * Where an envelope stands.
	 */
	public enum Phase {

		/** The operation has not brought the secret yet. */
		WAITING,

		/** This browser can show it, once. */
		READY,

		/** It has been shown. */
		REVEALED,

		/** Nobody looked in time; nobody has ever read it. */
		EXPIRED,

		/** Only the browser that confirmed the operation can show it. */
		ELSEWHERE

	}

}
