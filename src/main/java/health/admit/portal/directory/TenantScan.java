package health.admit.portal.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Reads a whole tenant page by page, at low throttle priority. Every method is one
 * exchange with Graph, repeated a few times when Graph is busy, and throws what the reads
 * of {@link Directory} throw.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/application-list">list
 * applications</a>
 */
public interface TenantScan {

	/**
	 * A page of live applications with their credentials, 999 at most.
	 * @param link {@link ScanPage#next()} of the page before; null for the first
	 * @throws LinkLost when Graph no longer knows the link: start over
	 */
	ScanPage applications(@Nullable String link);

	/** A page of service principals with their credentials. */
	ScanPage servicePrincipals(@Nullable String link);

	/** How many live applications Graph counts. */
	long applicationCount();

	/** How many service principals Graph counts. */
	long servicePrincipalCount();

	/** A link that gives what changes in applications from now on. */
	String applicationChangesFromNow();

	/** A link that gives what changes in service principals from now on. */
	String servicePrincipalChangesFromNow();

	/**
	 * A page of changes.
	 * @param link from one of the methods above or from the page before
	 * @throws LinkLost when Graph no longer knows the link: read everything again
	 */
	ChangePage changes(String link);

	/**
	 * Federated credentials of up to 20 applications in one exchange ({@code $batch}): no
	 * list of changes tells them.
	 * @return by object; applications that are gone are missing
	 */
	Map<UUID, List<ScannedObject.ScannedFederation>> federatedCredentials(Collection<UUID> objectIds);

	/**
	 * Owners of up to 20 objects in one exchange ({@code $batch}).
	 * @return owners by object; objects that are gone or could not be read are missing
	 */
	Map<UUID, List<DirectoryPerson>> applicationOwners(Collection<UUID> objectIds);

	/** The same for service principals. */
	Map<UUID, List<DirectoryPerson>> servicePrincipalOwners(Collection<UUID> objectIds);

	/**
	 * Which of these people and service principals are there and not deleted, 100 with
	 * each request. Needs {@code Directory.Read.All}.
	 * @return empty when the operator may not ask
	 * @see <a href=
	 * "https://learn.microsoft.com/graph/api/directoryobject-getbyids">getByIds</a>
	 */
	Optional<Set<UUID>> present(Collection<UUID> objectIds);

	/**
	 * A page of Entra's report on the use of credentials (beta, Entra ID P1 or P2, global
	 * cloud only). Needs {@code AuditLog.Read.All} and a role that reads reports.
	 * @param link null for the first page
	 */
	UsePage credentialUse(@Nullable String link);

}
