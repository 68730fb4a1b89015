package health.admit.sandbox.oidc;

import java.util.Locale;

import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.TenantDirectory;

/**
 * The first part of a sign-in address: a tenant, or a word for "any".
 */
@Component
class TenantPath {

	/** What the first part of the address means. */
	enum Kind {

		TENANT, COMMON, ORGANIZATIONS, CONSUMERS

	}

	private final TenantDirectory directory;

	TenantPath(TenantDirectory directory) {
		this.directory = directory;
	}

	Kind read(String path) {
		String word = path.toLowerCase(Locale.ROOT);
		if (word.equals(this.directory.tenantId().toString()) || word.equals(this.directory.domain())) {
			return Kind.TENANT;
		}
		return switch (word) {
			case "common" -> Kind.COMMON;
			case "organizations" -> Kind.ORGANIZATIONS;
			case "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad" -> Kind.CONSUMERS;
			default -> throw ClientRefusals.unknownTenant(path);
		};
	}

}
