package health.admit.sandbox.oidc;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Principal;

/**
 * Turns scope texts into permissions of resources of this tenant.
 */
@Component
class Asks {

	private final ClientLookup clients;

	Asks(ClientLookup clients) {
		this.clients = clients;
	}

	List<Ask> of(Client client, ScopeRequest request) {
		return request.byAudience().entrySet().stream().map((entry) -> ask(client, entry)).toList();
	}

	private Ask ask(Client client, Map.Entry<String, Set<String>> entry) {
		Principal resource = this.clients.resource(entry.getKey());
		boolean all = entry.getValue().contains(ScopeRequest.ALL);
		if (!all) {
			Set<String> unknown = new TreeSet<>(entry.getValue());
			unknown.removeAll(existing(resource));
			if (!unknown.isEmpty()) {
				throw ScopeRefusals.unknownScope(client, unknown, resource);
			}
		}
		return new Ask(entry.getKey(), resource, all ? Set.of() : entry.getValue(), all);
	}

	private static Set<String> existing(Principal resource) {
		return resource.scopes()
			.stream()
			.filter(Principal.Scope::enabled)
			.map(Principal.Scope::value)
			.collect(Collectors.toSet());
	}

}
