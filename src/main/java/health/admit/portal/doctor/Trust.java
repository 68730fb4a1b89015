package health.admit.portal.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whose tokens a service takes, as its challenge or its resource in Azure says.
 *
 * @param audiences the values of {@code aud} it takes; empty where that is not known
 * @param tenant the directory whose tokens it takes; null where that is not known
 */
public record Trust(List<String> audiences, @Nullable UUID tenant) {

	public Trust {
		audiences = List.copyOf(audiences);
	}

	/** Nothing is known of the service. */
	public static Trust unknown() {
		return new Trust(List.of(), null);
	}

	/** What a challenge tells. */
	public static Trust of(Challenge challenge) {
		Optional<String> audience = challenge.audience();
		return new Trust(audience.stream().toList(), challenge.tenant().orElse(null));
	}

	/**
	 * Whether a token for this audience is taken. A slash at the end makes no difference
	 * to the services; everything else does.
	 */
	boolean takes(String audience) {
		return this.audiences.isEmpty()
				|| this.audiences.stream().anyMatch((own) -> plain(own).equals(plain(audience)));
	}

	boolean takes(@Nullable UUID other) {
		return this.tenant == null || other == null || this.tenant.equals(other);
	}

	/** Whether one of the managed services answered. */
	boolean isManaged() {
		return this.audiences.stream().anyMatch(Trust::isManaged);
	}

	static boolean isManaged(String audience) {
		String host = plain(audience).toLowerCase(Locale.ROOT);
		return host.matches("https://[a-z0-9.-]+\\.azurehealthcareapis\\.(com|us)")
				|| host.equals("https://azurehealthcareapis.com")
				|| host.equals("https://dicom.healthcareapis.azure.com");
	}

	private static String plain(String audience) {
		return audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience;
	}

}
