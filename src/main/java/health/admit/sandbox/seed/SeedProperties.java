package health.admit.sandbox.seed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the tenant starts out.
 *
 * @param applications how many applications it has
 * @param dicom whether "Azure API for DICOM" has a service principal in it
 * @param state file for changes since the seed; empty keeps nothing
 * @param credentials how many secrets and certificates its applications have in all; with
 * fewer than they would have anyway, none is left out
 */
@ConfigurationProperties("admit.sandbox")
public record SeedProperties(@DefaultValue("250") int applications, @DefaultValue("true") boolean dicom,
		@DefaultValue("") String state, @DefaultValue("0") int credentials) {

	private static final int MOST = 300_000;

	public SeedProperties {
		if (applications < 0 || applications > MOST) {
			throw new IllegalArgumentException("admit.sandbox.applications must be between 0 and " + MOST);
		}
	}

}
