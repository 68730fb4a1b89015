package health.admit.sandbox.tenant;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The tenant of the store, read through the copy of the token service.
 */
@Component
class StoredTenant implements TenantDirectory {

	private static final String FHIR_HOSTS = ".fhir.azurehealthcareapis.com";

	private static final String FHIR_PATH = "/fhir/";

	private final Store store;

	private final Organisation organisation;

	private final People people;

	private final ServicePrincipals principals;

	private final Consents consents;

	private final AzureResources resources;

	StoredTenant(Store store, Organisation organisation, People people, ServicePrincipals principals, Consents consents,
			AzureResources resources) {
		this.store = store;
		this.organisation = organisation;
		this.people = people;
		this.principals = principals;
		this.consents = consents;
		this.resources = resources;
	}

	@Override
	public UUID tenantId() {
		return this.organisation.tenantId();
	}

	@Override
	public String tenantName() {
		return this.organisation.name();
	}

	@Override
	public String domain() {
		return this.organisation.domain();
	}

	@Override
	public List<Person> people() {
		return this.people.onSignInPage();
	}

	@Override
	public Optional<Person> person(UUID objectId) {
		return this.people.person(objectId);
	}

	@Override
	public Optional<Client> client(UUID appId) {
		return this.store.liveByAppId(Kind.APPLICATION, appId, Copy.TOKEN).map(Clients::client);
	}

	@Override
	public Optional<Principal> principal(UUID appId) {
		return this.store.liveByAppId(Kind.SERVICE_PRINCIPAL, appId, Copy.TOKEN).map(this::read);
	}

	@Override
	public Optional<Principal> principalNamed(String audience) {
		UUID appId = Ids.parse(audience);
		if (appId != null) {
			return principal(appId);
		}
		String other = audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience + "/";
		return this.store.appIdNamed(audience)
			.or(() -> this.store.appIdNamed(other))
			.or(() -> Optional.ofNullable(wellKnown(audience)))
			.flatMap(this::principal);
	}

	@Override
	public Set<String> grantedScopes(UUID clientPrincipal, UUID resourcePrincipal, @Nullable UUID person) {
		Set<String> scopes = new LinkedHashSet<>(scopesOf(clientPrincipal, resourcePrincipal, null));
		if (person != null) {
			scopes.addAll(scopesOf(clientPrincipal, resourcePrincipal, person));
		}
		return scopes;
	}

	@Override
	public Set<String> appRoles(UUID holder, UUID resourcePrincipal) {
		Optional<Principal> resource = this.store.live(Kind.SERVICE_PRINCIPAL, resourcePrincipal, Copy.TOKEN)
			.map(this::read);
		Set<String> roles = new LinkedHashSet<>();
		this.store.linkedTo(Kind.ROLE_ASSIGNMENT, holder, Copy.TOKEN)
			.stream()
			.map(Item::json)
			.filter((assignment) -> holder.toString().equals(Json.text(assignment, "principalId"))
					&& resourcePrincipal.toString().equals(Json.text(assignment, "resourceId")))
			.map((assignment) -> Ids.parse(Json.text(assignment, "appRoleId")))
			.forEach((role) -> resource.stream()
				.flatMap((principal) -> principal.roles().stream())
				.filter((published) -> published.enabled() && published.id().equals(role))
				.forEach((published) -> roles.add(published.value())));
		return roles;
	}

	@Override
	public void consent(UUID clientPrincipal, UUID resourcePrincipal, @Nullable UUID person, Set<String> scopes) {
		this.consents.addScopes(clientPrincipal, resourcePrincipal, person, scopes);
	}

	@Override
	public void grantAppRole(UUID clientPrincipal, UUID resourcePrincipal, UUID appRole) {
		Item client = existing(clientPrincipal);
		Item resource = existing(resourcePrincipal);
		if (this.consents.assignment(clientPrincipal, resourcePrincipal, appRole, Copy.MASTER).isEmpty()) {
			this.consents.assign(client, read(client).displayName(), resource, read(resource).displayName(), appRole);
		}
	}

	@Override
	public Principal ensurePrincipal(UUID appId) {
		return read(this.store.atomically(() -> this.store.liveByAppId(Kind.SERVICE_PRINCIPAL, appId, Copy.MASTER)
			.orElseGet(() -> this.store.put(Kind.SERVICE_PRINCIPAL, UUID.randomUUID(),
					this.principals.draft(appId, Copy.MASTER)
						.orElseThrow(() -> new IllegalArgumentException("No application " + appId))))));
	}

	private Item existing(UUID principal) {
		return this.store.live(Kind.SERVICE_PRINCIPAL, principal, Copy.MASTER)
			.orElseThrow(() -> new IllegalArgumentException("No service principal " + principal));
	}

	private Principal read(Item principal) {
		return Clients.principal(principal, this.principals.describe(principal));
	}

	private List<String> scopesOf(UUID client, UUID resource, @Nullable UUID person) {
		return this.consents.grant(client, resource, person, Copy.TOKEN).map(Consents::scopes).orElse(List.of());
	}

	/**
	 * Audiences that no service principal lists and that are answered all the same: those
	 * of single FHIR services, here and at the real cloud, and the sandbox's own origin
	 * for Graph. The host of a service is not compared: one process may be reached under
	 * several.
	 */
	private @Nullable UUID wellKnown(String audience) {
		try {
			URI uri = URI.create(audience);
			String host = (uri.getHost() != null) ? uri.getHost() : "";
			if ("https".equals(uri.getScheme()) && host.endsWith(FHIR_HOSTS)) {
				return Catalogue.FHIR;
			}
			String path = (uri.getPath() != null) ? uri.getPath() : "";
			if (path.startsWith(FHIR_PATH)) {
				return this.resources.service(AzureResources.FHIR, path.substring(FHIR_PATH.length()))
					.map((service) -> Catalogue.FHIR)
					.orElse(null);
			}
			boolean bare = path.length() <= 1;
			return (bare && (host.equals("localhost") || host.equals("127.0.0.1"))) ? Catalogue.GRAPH : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
