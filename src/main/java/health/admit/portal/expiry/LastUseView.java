package health.admit.portal.expiry;

import java.time.Instant;
import java.util.Optional;

import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.LastUseReport;
import org.jspecify.annotations.Nullable;

/**
 * What is known about Entra's report on the use of credentials.
 *
 * @param state {@code never}, {@code read} or why it could not be read
 * @param at when somebody last looked; null for never
 * @param code of Graph, empty for none
 * @param words of the service, hostile input when shown; may be empty
 */
record LastUseView(String state, @Nullable Instant at, String code, String words) {

	/** Words of Graph for a tenant without Entra ID P1 or P2. */
	private static final String NO_LICENCE = "NonPremiumTenant";

	static LastUseView of(Optional<LastUseReport> report) {
		LastUseReport last = report.orElse(null);
		if (last == null) {
			return new LastUseView("never", null, "", "");
		}
		Freshness.Trouble trouble = last.trouble();
		return (trouble == null) ? new LastUseView("read", last.readAt(), "", "")
				: new LastUseView(state(trouble), last.readAt(), trouble.code(), trouble.words());
	}

	public boolean available() {
		return "read".equals(this.state);
	}

	/** Whether somebody tried and failed. */
	public boolean failed() {
		return this.at != null && !available();
	}

	private static String state(Freshness.Trouble trouble) {
		return trouble.code().contains(NO_LICENCE) ? "LICENCE" : trouble.cause().name();
	}

}
