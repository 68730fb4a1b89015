package health.admit.portal.kits;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What people have written down about a registration; null where they have not.
 *
 * @param description for whoever signs in
 * @param notes for whoever looks after it
 * @param serviceManagementReference its number in a register of services
 */
public record KitRemarks(@Nullable String description, @Nullable String notes,
		@Nullable String serviceManagementReference) {

	/** Nothing written down. */
	public static final KitRemarks NONE = new KitRemarks(null, null, null);

	public KitRemarks {
		description = carried(description);
		notes = carried(notes);
		serviceManagementReference = carried(serviceManagementReference);
	}

	/** Those that there are, by their names in Microsoft Graph. */
	Map<String, String> byName() {
		Map<String, String> named = new LinkedHashMap<>();
		put(named, "description", this.description);
		put(named, "notes", this.notes);
		put(named, "serviceManagementReference", this.serviceManagementReference);
		return named;
	}

	private static void put(Map<String, String> named, String name, @Nullable String text) {
		if (text != null) {
			named.put(name, text);
		}
	}

	private static @Nullable String carried(@Nullable String text) {
		return (text != null) ? KitText.carried(text) : null;
	}

}
