package health.admit.portal.inventory;

import java.time.Duration;

import health.admit.portal.directory.CredentialPolicy;
import org.jspecify.annotations.Nullable;

/**
 * How long a credential may live.
 */
record LifetimeLimit(Duration secret, Duration certificate) {

	/**
	 * The limit of a tenant.
	 * @param fallback where its policy names none or could not be read
	 */
	static LifetimeLimit of(CredentialPolicy policy, Duration fallback) {
		return of(policy.longestSecret(), policy.longestCertificate(), fallback);
	}

	static LifetimeLimit of(@Nullable Duration secret, @Nullable Duration certificate, Duration fallback) {
		return new LifetimeLimit((secret != null) ? secret : fallback, (certificate != null) ? certificate : fallback);
	}

	/**
	 * Whether it lives longer. One without an end does; one whose beginning is unknown
	 * cannot be told to.
	 */
	boolean exceededBy(Held held) {
		if (held.kind() == CredentialKind.FEDERATED) {
			return false;
		}
		if (held.ends() == null) {
			return true;
		}
		Duration limit = (held.kind() == CredentialKind.SECRET) ? this.secret : this.certificate;
		return held.starts() != null && Duration.between(held.starts(), held.ends()).compareTo(limit) > 0;
	}

}
