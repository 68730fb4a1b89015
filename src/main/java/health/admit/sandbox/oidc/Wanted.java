package health.admit.sandbox.oidc;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The permissions a consent page asks for.
 *
 * @param oidc OpenID Connect scopes among them
 */
record Wanted(List<Scope> scopes, List<Role> roles, Set<String> oidc) {

	static final Wanted NOTHING = new Wanted(List.of(), List.of(), Set.of());

	/** A delegated permission. */
	record Scope(UUID resource, String resourceName, String value, String displayName, boolean adminOnly) {
	}

	/**
	 * An application permission.
	 *
	 * @param graph whether it is one of Microsoft Graph
	 */
	record Role(UUID resource, String resourceName, UUID id, String value, String displayName, boolean graph) {
	}

	boolean isEmpty() {
		return this.scopes.isEmpty() && this.roles.isEmpty() && this.oidc.isEmpty();
	}

	/** Whether only an administrator can agree. */
	boolean needsAdmin() {
		return !this.roles.isEmpty() || this.scopes.stream().anyMatch(Scope::adminOnly);
	}

	boolean needsHighestAdmin() {
		return this.roles.stream().anyMatch(Role::graph);
	}

}
