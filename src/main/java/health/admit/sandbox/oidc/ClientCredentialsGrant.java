package health.admit.sandbox.oidc;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Principal;
import health.admit.sandbox.tenant.TenantDirectory;

/**
 * An application gets a token for itself. Without a role it still gets one, unless the
 * resource insists on assignment: what it may do is then decided by Azure roles.
 */
@Component
class ClientCredentialsGrant implements Grant {

	private final TenantDirectory directory;

	private final ClientLookup clients;

	private final AccessTokens tokens;

	private final SignInFaults faults;

	ClientCredentialsGrant(TenantDirectory directory, ClientLookup clients, AccessTokens tokens, SignInFaults faults) {
		this.directory = directory;
		this.clients = clients;
		this.tokens = tokens;
		this.faults = faults;
	}

	@Override
	public String type() {
		return "client_credentials";
	}

	@Override
	public TokenAnswer redeem(TokenRequest request) {
		checkTenant(request.tenant());
		ProofRules.refuseOrigin(request.origin());
		if (request.proof() == Proof.NONE) {
			throw ClientRefusals.noCredential(type());
		}
		Client client = request.client();
		String audience = audience(request);
		Principal resource = this.clients.resource(audience);
		Principal principal = this.clients.principal(client);
		if (this.faults.blocked()) {
			throw GrantRefusals.blockedByPolicy();
		}
		Set<String> roles = new TreeSet<>(this.directory.appRoles(principal.objectId(), resource.objectId()));
		if (resource.assignmentRequired() && roles.isEmpty()) {
			throw GrantRefusals.clientNotAssigned(client, resource);
		}
		roles.remove("");
		AccessToken token = this.tokens.forApplication(client, principal, request.proof(), audience, resource, roles);
		TokenAnswer answer = TokenAnswer.bearer(token);
		return request.version1() ? answer.version1(token) : answer;
	}

	private static void checkTenant(TenantPath.Kind tenant) {
		switch (tenant) {
			case COMMON, CONSUMERS -> throw GrantRefusals.needsTenant();
			case ORGANIZATIONS -> throw GrantRefusals.noTenantInformation();
			case TENANT -> {
			}
		}
	}

	private static String audience(TokenRequest request) {
		if (request.version1() && request.form().has("resource")) {
			return request.form().require("resource");
		}
		ScopeRequest scopes = ScopeRequest.parse(request.form().require("scope"));
		if (scopes.byAudience().size() > 1) {
			throw ScopeRefusals.severalResources(scopes.text());
		}
		Map.Entry<String, Set<String>> only = scopes.byAudience()
			.entrySet()
			.stream()
			.findFirst()
			.orElseThrow(() -> ScopeRefusals.withoutDefault(scopes.text()));
		if (!only.getValue().equals(Set.of(ScopeRequest.ALL))) {
			throw ScopeRefusals.withoutDefault(scopes.text());
		}
		return only.getKey();
	}

}
