package health.admit.sandbox.tenant;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Delegated grants and app role assignments, each under the id that follows from what it
 * is about, so that there can be only one.
 */
@Component
public class Consents {

	/** The role id of an assignment to an application as a whole. */
	public static final UUID DEFAULT_ACCESS = new UUID(0, 0);

	private final Store store;

	private final Clock clock;

	Consents(Store store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/** The grant of these two, for one person or (null) tenant-wide. */
	public Optional<Item> grant(UUID client, UUID resource, @Nullable UUID person, Copy copy) {
		return this.store.find(Kind.GRANT, Ids.ofGrant(client, resource, person), copy);
	}

	/** Replaces the scopes of a grant, or makes it. */
	public Item putGrant(UUID client, UUID resource, @Nullable UUID person, Collection<String> scopes) {
		return this.store.put(Kind.GRANT, Ids.ofGrant(client, resource, person),
				grantDocument(client, resource, person, scopes));
	}

	/** Adds scopes to a grant, or makes it. */
	public void addScopes(UUID client, UUID resource, @Nullable UUID person, Set<String> scopes) {
		Set<String> all = new LinkedHashSet<>(
				grant(client, resource, person, Copy.MASTER).map(Consents::scopes).orElse(List.of()));
		if (all.addAll(scopes)) {
			putGrant(client, resource, person, all);
		}
	}

	public Optional<Item> assignment(UUID principal, UUID resource, UUID role, Copy copy) {
		return this.store.find(Kind.ROLE_ASSIGNMENT, Ids.ofAssignment(principal, resource, role), copy);
	}

	public Item assign(Item principal, String principalName, Item resource, String resourceName, UUID role) {
		UUID id = Ids.ofAssignment(principal.id(), resource.id(), role);
		String type = (principal.kind() == Kind.USER) ? "User" : "ServicePrincipal";
		return this.store.put(Kind.ROLE_ASSIGNMENT, id,
				Json.object()
					.put("id", Ids.onWire(id))
					.put("appRoleId", role.toString())
					.put("createdDateTime", Moments.write(this.clock.instant()))
					.put("principalId", principal.id().toString())
					.put("principalType", type)
					.put("principalDisplayName", principalName)
					.put("resourceId", resource.id().toString())
					.put("resourceDisplayName", resourceName));
	}

	public static ObjectNode grantDocument(UUID client, UUID resource, @Nullable UUID person,
			Collection<String> scopes) {
		return Json.object()
			.put("id", Ids.onWire(Ids.ofGrant(client, resource, person)))
			.put("clientId", client.toString())
			.put("consentType", (person != null) ? "Principal" : "AllPrincipals")
			.put("principalId", (person != null) ? person.toString() : null)
			.put("resourceId", resource.toString())
			.put("scope", String.join(" ", scopes));
	}

	/** The scope values of a grant. */
	public static List<String> scopes(Item grant) {
		String scope = Json.text(grant.json(), "scope");
		return (scope == null || scope.isBlank()) ? List.of() : List.of(scope.trim().split("\\s+"));
	}

}
