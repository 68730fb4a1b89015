package health.admit.portal.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import health.admit.portal.cloud.Answer;
import health.admit.portal.signin.DelegatedScope;

/**
 * Writes of service principals, and of what is granted to them.
 */
final class PrincipalWrites {

	private static final Set<DelegatedScope> GRANT = Set.of(DelegatedScope.GRANT_WRITE);

	private final GraphServiceClient graph;

	private final Writes writes;

	PrincipalWrites(GraphServiceClient graph, Writes writes) {
		this.graph = graph;
		this.writes = writes;
	}

	Answer<ServicePrincipalRecord> create(UUID appId, UUID clientRequestId) {
		return this.writes.send("service-principal.create", Set.of(DelegatedScope.APPLICATION_WRITE), clientRequestId,
				(call) -> {
					ServicePrincipal body = new ServicePrincipal();
					body.setAppId(appId.toString());
					return PrincipalMapper.record(this.graph.servicePrincipals().post(body, call::on));
				});
	}

	Answer<ConsentGrant> createTenantWideGrant(UUID client, UUID resource, List<String> scopes, UUID clientRequestId) {
		return this.writes.send("grant.create", GRANT, clientRequestId,
				(call) -> PrincipalMapper.grant(this.graph.oauth2PermissionGrants()
					.post(PrincipalMapper.tenantWideGrant(client, resource, scopes), call::on)));
	}

	Answer<Done> changeGrant(String grantId, List<String> scopes, UUID clientRequestId) {
		return this.writes.send("grant.change", GRANT, clientRequestId, (call) -> {
			this.graph.oauth2PermissionGrants()
				.byOAuth2PermissionGrantId(grantId)
				.patch(PrincipalMapper.grantedScopes(scopes), call::on);
			call.requireNoContent();
			return new Done();
		});
	}

	Answer<AppRoleGrant> grantAppRole(UUID client, UUID resource, UUID appRole, UUID clientRequestId) {
		return this.writes.send("app-role.grant",
				Set.of(DelegatedScope.APP_ROLE_WRITE, DelegatedScope.APPLICATION_READ), clientRequestId,
				(call) -> PrincipalMapper.assignment(this.graph.servicePrincipals()
					.byServicePrincipalId(resource.toString())
					.appRoleAssignedTo()
					.post(PrincipalMapper.assignment(client, resource, appRole), call::on)));
	}

	Answer<Done> removeGrant(String grantId, UUID clientRequestId) {
		return this.writes.send("grant.remove", GRANT, clientRequestId, (call) -> {
			this.graph.oauth2PermissionGrants().byOAuth2PermissionGrantId(grantId).delete(call::on);
			call.requireNoContent();
			return new Done();
		});
	}

	Answer<Done> removeAppRole(AppRoleGrant grant, UUID clientRequestId) {
		return this.writes.send("app-role.remove",
				Set.of(DelegatedScope.APP_ROLE_WRITE, DelegatedScope.APPLICATION_READ), clientRequestId, (call) -> {
					this.graph.servicePrincipals()
						.byServicePrincipalId(grant.clientPrincipal().toString())
						.appRoleAssignments()
						.byAppRoleAssignmentId(grant.id())
						.delete(call::on);
					call.requireNoContent();
					return new Done();
				});
	}

	Answer<Done> delete(UUID objectId, UUID clientRequestId) {
		return this.writes.send("service-principal.delete", Set.of(DelegatedScope.APPLICATION_WRITE), clientRequestId,
				(call) -> {
					this.graph.servicePrincipals().byServicePrincipalId(objectId.toString()).delete(call::on);
					call.requireNoContent();
					return new Done();
				});
	}

}
