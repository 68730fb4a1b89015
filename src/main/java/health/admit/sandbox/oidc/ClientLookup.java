package health.admit.sandbox.oidc;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Principal;
import health.admit.sandbox.tenant.TenantDirectory;

/**
 * Finds applications by what a request names.
 */
@Component
class ClientLookup {

	private final TenantDirectory directory;

	ClientLookup(TenantDirectory directory) {
		this.directory = directory;
	}

	Client find(String clientId) {
		Client client = parse(clientId).flatMap(this.directory::client)
			.orElseThrow(() -> ClientRefusals.unknownApplication(clientId, this.directory.tenantName()));
		boolean shut = this.directory.principal(client.appId()).map((principal) -> !principal.enabled()).orElse(false);
		if (client.disabled() || shut) {
			throw ClientRefusals.disabled(client);
		}
		return client;
	}

	/** The service principal of the client, which a token needs. */
	Principal principal(Client client) {
		return this.directory.principal(client.appId())
			.orElseThrow(() -> ClientRefusals.noServicePrincipal(client.appId(), this.directory.tenantId()));
	}

	/** The service principal that answers to an audience. */
	Principal resource(String audience) {
		Principal resource = this.directory.principalNamed(audience)
			.orElseThrow(() -> ScopeRefusals.unknownResource(audience, this.directory.tenantName()));
		if (!resource.enabled()) {
			throw ScopeRefusals.resourceDisabled(audience);
		}
		return resource;
	}

	static Optional<UUID> parse(String id) {
		try {
			UUID uuid = UUID.fromString(id);
			return uuid.toString().equalsIgnoreCase(id) ? Optional.of(uuid) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
