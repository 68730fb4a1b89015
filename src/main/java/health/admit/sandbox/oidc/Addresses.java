package health.admit.sandbox.oidc;

import java.util.UUID;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Under which addresses this cloud is reached: as configured, else as the caller did.
 */
@Component
class Addresses {

	private final Environment environment;

	private final TenantDirectory directory;

	Addresses(Environment environment, TenantDirectory directory) {
		this.environment = environment;
		this.directory = directory;
	}

	/** Origin without a slash at the end. */
	String base() {
		String configured = this.environment.getProperty("admit.sandbox.base-url", "");
		String base = configured.isEmpty() ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
				: configured;
		return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
	}

	UUID tenant() {
		return this.directory.tenantId();
	}

	/** Issuer of id tokens and of version 2 access tokens. */
	String issuer() {
		return base() + "/" + tenant() + "/v2.0";
	}

	/** Issuer of version 1 tokens, at the real cloud on a host of its own. */
	String issuerOfVersion1() {
		return base() + "/" + tenant() + "/";
	}

}
