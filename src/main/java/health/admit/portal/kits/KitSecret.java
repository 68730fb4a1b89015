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
		// Some terminals show the dot between the portal's label and its mark as two
		// signs.
		description = KitText.carried(description).replace(" \u00b7 ", " - ");
	}

}
