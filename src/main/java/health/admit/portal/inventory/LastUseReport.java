package health.admit.portal.inventory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What came of the last look at Entra's report on the use of credentials.
 *
 * @param readAt when somebody last looked
 * @param trouble why it could not be read; null when it could
 */
public record LastUseReport(Instant readAt, Freshness.@Nullable Trouble trouble) {

	public boolean isAvailable() {
		return this.trouble == null;
	}

}
