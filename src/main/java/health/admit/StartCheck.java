package health.admit;

import java.net.URI;
import java.util.Optional;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Whether the settings allow a start. The sandbox trusts whoever picks a name on its
 * sign-in page, so it must never meet a real tenant or a public address.
 */
final class StartCheck {

	private static final String SANDBOX = "sandbox";

	private StartCheck() {
	}

	/**
	 * Judges the settings.
	 * @param environment the portal's settings, all sources loaded
	 * @param sandboxInside whether this program carries an embedded cloud
	 * @return why it must not start, if so
	 */
	static Optional<Reason> refusal(Environment environment, boolean sandboxInside) {
		boolean profile = environment.acceptsProfiles(Profiles.of(SANDBOX));
		String cloud = environment.getProperty("admit.cloud.name", "global");
		String tenant = environment.getProperty("admit.cloud.tenant-id", "");
		if (profile && !sandboxInside) {
			return Optional.of(Reason.NO_SANDBOX_INSIDE);
		}
		if (profile) {
			return sandboxRefusal(environment, cloud, tenant);
		}
		if (SANDBOX.equalsIgnoreCase(cloud)) {
			return Optional.of(Reason.SANDBOX_WITHOUT_PROFILE);
		}
		return StringUtils.hasText(tenant) ? Optional.empty() : Optional.of(Reason.NO_TENANT);
	}

	private static Optional<Reason> sandboxRefusal(Environment environment, String cloud, String tenant) {
		boolean own = SANDBOX.equalsIgnoreCase(cloud)
				&& tenant.equalsIgnoreCase(environment.getProperty("admit.sandbox.tenant-id", ""));
		if (!own) {
			return Optional.of(Reason.SANDBOX_WITH_REAL_TENANT);
		}
		return isLoopback(environment.getProperty("admit.signin.public-url", "http://localhost")) ? Optional.empty()
				: Optional.of(Reason.SANDBOX_ON_PUBLIC_ADDRESS);
	}

	private static boolean isLoopback(String address) {
		String host = URI.create(address).getHost();
		return host != null && (host.equals("localhost") || host.endsWith(".localhost") || host.equals("[::1]")
				|| host.matches("127(\\.\\d{1,3}){3}"));
	}

	/** Why not; see {@code start.<reason>} in the message bundle. */
	enum Reason {

		NO_TENANT, NO_SANDBOX_INSIDE, SANDBOX_WITH_REAL_TENANT, SANDBOX_WITHOUT_PROFILE, SANDBOX_ON_PUBLIC_ADDRESS

	}

}
