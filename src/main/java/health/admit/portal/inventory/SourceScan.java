package health.admit.portal.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.directory.ChangePage;
import health.admit.portal.directory.DirectoryPerson;
import health.admit.portal.directory.ScanPage;
import health.admit.portal.directory.ScannedObject.ScannedFederation;
import health.admit.portal.directory.TenantScan;
import org.jspecify.annotations.Nullable;

/**
 * The calls that read one source.
 */
record SourceScan(TenantScan scan, Source source, RequestBudget budget) {

	ScanPage page(@Nullable String link) {
		this.budget.spend();
		return isApplications() ? this.scan.applications(link) : this.scan.servicePrincipals(link);
	}

	long count() {
		return isApplications() ? this.scan.applicationCount() : this.scan.servicePrincipalCount();
	}

	String changesFromNow() {
		return isApplications() ? this.scan.applicationChangesFromNow() : this.scan.servicePrincipalChangesFromNow();
	}

	ChangePage changes(String link) {
		this.budget.spend();
		return this.scan.changes(link);
	}

	Map<UUID, List<ScannedFederation>> federatedCredentials(Collection<UUID> objectIds) {
		return this.scan.federatedCredentials(objectIds);
	}

	Map<UUID, List<DirectoryPerson>> owners(Collection<UUID> objectIds) {
		return isApplications() ? this.scan.applicationOwners(objectIds) : this.scan.servicePrincipalOwners(objectIds);
	}

	Optional<Set<UUID>> present(Collection<UUID> objectIds) {
		return this.scan.present(objectIds);
	}

	private boolean isApplications() {
		return this.source == Source.APPLICATION;
	}

}
