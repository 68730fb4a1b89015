package health.admit.portal.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;

/**
 * Reads the owners of many objects in one exchange.
 */
final class OwnerReads {

	private static final String OWNERS = "/owners?$top=100&$select=" + String.join(",", PrincipalMapper.OWNER);

	private final BatchReads batches;

	OwnerReads(BatchReads batches) {
		this.batches = batches;
	}

	/**
	 * Without the wider scope Graph still tells who the owners are, but not their names.
	 * @param set {@code applications} or {@code servicePrincipals}
	 */
	Map<UUID, List<DirectoryPerson>> of(String set, Collection<UUID> objectIds) {
		try {
			return of(set, objectIds, Set.of(DelegatedScope.DIRECTORY_READ));
		}
		catch (StepUpRequired ex) {
			if (ex.claims() != null) {
				throw ex;
			}
			return of(set, objectIds, Set.of(DelegatedScope.APPLICATION_READ));
		}
	}

	private Map<UUID, List<DirectoryPerson>> of(String set, Collection<UUID> objectIds, Set<DelegatedScope> scopes) {
		return this.batches.of("scan.owners", scopes, objectIds, (id) -> "/" + set + "/" + id + OWNERS,
				DirectoryObjectCollectionResponse::createFromDiscriminatorValue,
				(owners) -> Fields.list(owners.getValue(), PrincipalMapper::person));
	}

}
