package health.admit.portal.registration;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.signin.CurrentOperator;

import org.springframework.stereotype.Component;

/**
 * Reads what a plan has to know about the tenant, and no more: one read for each API that
 * the plan writes about.
 */
@Component
class TenantSnapshots {

	private final Directories directories;

	private final CurrentOperator current;

	TenantSnapshots(Directories directories, CurrentOperator current) {
		this.directories = directories;
		this.current = current;
	}

	TenantSnapshot read(DraftContent content) {
		PermissionChoice permissions = content.permissions();
		Map<UUID, UUID> apis = new HashMap<>();
		if (permissions != null) {
			Directory directory = this.directories.actingFor(this.current.delegation());
			permissions.apis()
				.stream()
				.filter((api) -> permissions.consentNow() || api.addToTenant())
				.forEach((api) -> directory.servicePrincipal(api.appId())
					.ifPresent((found) -> apis.put(api.appId(), found.objectId())));
		}
		return new TenantSnapshot(apis);
	}

}
