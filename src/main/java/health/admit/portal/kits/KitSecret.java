package health.admit.portal.kits;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the client's secret besides its value.
 *
 * @param end when it stops working; null when that is not known
 */
public record KitSecret(String description, @Nullable Instant end) {

	public KitSecret {
		description = KitText.carried(description);
	}

}
