package health.admit.sandbox.oidc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Person;
import health.admit.sandbox.tenant.Principal;
import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Finds what nobody has consented to yet, and writes consent down.
 */
@Component
class ConsentCheck {

	private final TenantDirectory directory;

	private final Asks asks;

	ConsentCheck(TenantDirectory directory, Asks asks) {
		this.directory = directory;
		this.asks = asks;
	}

	/** What is still to be consented to before this person can go on. */
	Wanted missing(AuthorizeRequest request, Client client, Person person) {
		ScopeRequest scopes = request.scopes();
		List<Ask> asked = this.asks.of(client, scopes);
		boolean again = request.prompts().contains("consent") || request.prompts().contains("admin_consent");
		List<Wanted.Scope> missing = new ArrayList<>();
		for (Ask ask : asked) {
			Set<String> granted = again ? Set.of() : granted(client, ask.resource(), person);
			if (!ask.all()) {
				missing.addAll(scopesOf(ask.resource(),
						(scope) -> ask.scopes().contains(scope.value()) && !granted.contains(scope.value())));
			}
			else if (granted.isEmpty()) {
				missing.addAll(requiredScopes(client, ask));
			}
		}
		if (!missing.isEmpty()) {
			return new Wanted(missing, List.of(), scopes.oidc());
		}
		boolean basics = !scopes.oidc().isEmpty() && asked.isEmpty()
				&& (again || this.directory.principalNamed(ScopeRequest.GRAPH)
					.map((graph) -> granted(client, graph, person).isEmpty())
					.orElse(true));
		return basics ? new Wanted(List.of(), List.of(), scopes.oidc()) : Wanted.NOTHING;
	}

	/** Everything the application has on its list, for an administrator to agree to. */
	Wanted everything(Client client, String scope) {
		if (!scope.isBlank()) {
			ScopeRequest scopes = ScopeRequest.parse(scope);
			List<Ask> asked = this.asks.of(client, scopes);
			if (asked.stream().noneMatch(Ask::all)) {
				List<Wanted.Scope> named = asked.stream()
					.flatMap((ask) -> scopesOf(ask.resource(), (one) -> ask.scopes().contains(one.value())).stream())
					.toList();
				return new Wanted(named, List.of(), scopes.oidc());
			}
		}
		List<Wanted.Scope> scopes = new ArrayList<>();
		List<Wanted.Role> roles = new ArrayList<>();
		for (Client.Required required : client.required()) {
			Principal resource = resource(client, required);
			scopes.addAll(scopesOf(resource, (one) -> required.scopes().contains(one.id())));
			roles.addAll(rolesOf(resource, required));
		}
		Set<String> basics = scopes.isEmpty() && roles.isEmpty() ? Set.of("openid", "profile") : Set.of();
		return new Wanted(scopes, roles, basics);
	}

	/**
	 * Writes consent down.
	 * @param person who consents for themselves; null for everyone
	 */
	void write(Client client, Wanted wanted, @Nullable UUID person) {
		UUID principal = this.directory.ensurePrincipal(client.appId()).objectId();
		wanted.scopes()
			.stream()
			.collect(Collectors.groupingBy(Wanted.Scope::resource,
					Collectors.mapping(Wanted.Scope::value, Collectors.toSet())))
			.forEach((resource, values) -> this.directory.consent(principal, resource, person, values));
		Optional<Principal> graph = this.directory.principalNamed(ScopeRequest.GRAPH);
		if (!wanted.oidc().isEmpty() && graph.isPresent()) {
			this.directory.consent(principal, graph.get().objectId(), person, wanted.oidc());
		}
		wanted.roles().forEach((role) -> this.directory.grantAppRole(principal, role.resource(), role.id()));
	}

	private Set<String> granted(Client client, Principal resource, Person person) {
		return this.directory.principal(client.appId())
			.map((principal) -> this.directory.grantedScopes(principal.objectId(), resource.objectId(),
					person.objectId()))
			.orElse(Set.of());
	}

	private List<Wanted.Scope> requiredScopes(Client client, Ask ask) {
		List<UUID> ids = client.required()
			.stream()
			.filter((required) -> required.resourceAppId().equals(ask.resource().appId()))
			.flatMap((required) -> required.scopes().stream())
			.toList();
		if (ids.isEmpty()) {
			throw AuthorizeRefusals.notListed(client, ask.audience());
		}
		return scopesOf(ask.resource(), (scope) -> ids.contains(scope.id()));
	}

	private Principal resource(Client client, Client.Required required) {
		return this.directory.principal(required.resourceAppId())
			.orElseThrow(() -> ScopeRefusals.resourceNotInTenant(required.resourceAppId(), client));
	}

	private static List<Wanted.Scope> scopesOf(Principal resource, Predicate<Principal.Scope> wanted) {
		return resource.scopes()
			.stream()
			.filter(wanted)
			.map((scope) -> new Wanted.Scope(resource.objectId(), resource.displayName(), scope.value(),
					scope.displayName(), scope.adminOnly()))
			.toList();
	}

	private static List<Wanted.Role> rolesOf(Principal resource, Client.Required required) {
		boolean graph = resource.appId().toString().equals(ScopeRequest.GRAPH);
		return resource.roles()
			.stream()
			.filter((role) -> required.appRoles().contains(role.id()))
			.map((role) -> new Wanted.Role(resource.objectId(), resource.displayName(), role.id(), role.value(),
					role.displayName(), graph))
			.toList();
	}

}
