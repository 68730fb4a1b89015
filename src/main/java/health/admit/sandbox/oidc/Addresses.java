package health.admit.sandbox.oidc;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.PublicAddress;
import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Under which addresses the current caller reaches this cloud.
 */
@Component
class Addresses {

	private final PublicAddress address;

	private final TenantDirectory directory;

	/** Stands for whichever request is being answered. */
	private final HttpServletRequest request;

	Addresses(PublicAddress address, TenantDirectory directory, HttpServletRequest request) {
		this.address = address;
		this.directory = directory;
		this.request = request;
	}

	/** Origin without a slash at the end. */
	String base() {
		return this.address.of(this.request);
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
