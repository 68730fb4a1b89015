package health.admit.sandbox.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The tenant as the sign-in and token service sees it: through its own replica, which may
 * lag behind what Graph just wrote.
 */
public interface TenantDirectory {

	UUID tenantId();

	/** Such as {@code Contoso Health}. */
	String tenantName();

	/** The initial domain, such as {@code contosohealth.onmicrosoft.com}. */
	String domain();

	/** The people one can sign in as, in the order of the sign-in page. */
	List<Person> people();

	Optional<Person> person(UUID objectId);

	/** The application with this client id, if the token service can see it already. */
	Optional<Client> client(UUID appId);

	/**
	 * The service principal of an application, if the token service can see it already.
	 */
	Optional<Principal> principal(UUID appId);

	/**
	 * The service principal that answers to an audience: app id, identifier URI, or the
	 * URL of a FHIR service; a trailing slash matters only where the principal lists
	 * both.
	 */
	Optional<Principal> principalNamed(String audience);

	/**
	 * Scope values granted to a client for a resource, tenant-wide or by this person.
	 * @param person object id; null for tenant-wide grants only
	 */
	Set<String> grantedScopes(UUID clientPrincipal, UUID resourcePrincipal,
			@org.jspecify.annotations.Nullable UUID person);

	/** Values of the app roles that a person or a client holds in a resource. */
	Set<String> appRoles(UUID holder, UUID resourcePrincipal);

	/** Records consent given on the sign-in page: for one person, or for everyone. */
	void consent(UUID clientPrincipal, UUID resourcePrincipal, @org.jspecify.annotations.Nullable UUID person,
			Set<String> scopes);

	/** Grants an app role as admin consent does. */
	void grantAppRole(UUID clientPrincipal, UUID resourcePrincipal, UUID appRole);

	/** Makes the service principal of an application of this tenant, as consent does. */
	Principal ensurePrincipal(UUID appId);

}
