package health.admit.portal.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import com.microsoft.graph.oauth2permissiongrants.Oauth2PermissionGrantsRequestBuilder;
import com.microsoft.graph.models.ServicePrincipalCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.serviceprincipals.ServicePrincipalsRequestBuilder;
import com.microsoft.graph.serviceprincipals.item.approleassignments.AppRoleAssignmentsRequestBuilder;
import health.admit.portal.signin.DelegatedScope;

/**
 * Reads of service principals, and of what was granted to them.
 */
final class PrincipalReads {

	private static final int MOST_APIS = 25;

	private static final int MOST_GRANTS = 1500;

	private static final Set<DelegatedScope> SCOPES = Set.of(DelegatedScope.APPLICATION_READ);

	private final GraphServiceClient graph;

	private final Reads reads;

	PrincipalReads(GraphServiceClient graph, Reads reads) {
		this.graph = graph;
		this.reads = reads;
	}

	Optional<ServicePrincipalRecord> byAppId(UUID appId) {
		return this.reads.find("service-principal.get", SCOPES, (call) -> PrincipalMapper
			.record(this.graph.servicePrincipalsWithAppId(appId.toString()).get((request) -> {
				call.on(request);
				request.queryParameters.select = PrincipalMapper.RECORD;
			})));
	}

	Optional<ServicePrincipalRecord> byObjectId(UUID objectId) {
		return this.reads.find("service-principal.get-by-object-id", SCOPES, (call) -> PrincipalMapper
			.record(this.graph.servicePrincipals().byServicePrincipalId(objectId.toString()).get((request) -> {
				call.on(request);
				request.queryParameters.select = PrincipalMapper.RECORD;
			})));
	}

	Optional<ResourceApi> api(UUID appId) {
		return this.reads.find("service-principal.get-api", SCOPES,
				(call) -> PrincipalMapper.api(this.graph.servicePrincipalsWithAppId(appId.toString()).get((request) -> {
					call.on(request);
					request.queryParameters.select = PrincipalMapper.API;
				})));
	}

	List<ServicePrincipalRecord> search(String text) {
		String words = text.strip();
		if (words.isEmpty()) {
			return List.of();
		}
		if (ODataText.isGuid(words)) {
			return byAppId(UUID.fromString(words)).stream().toList();
		}
		if (words.contains(":")) {
			return find(
					(request) -> request.queryParameters.filter = ODataText.anyEqual("servicePrincipalNames", words));
		}
		return find((request) -> {
			Advanced.on(request);
			request.queryParameters.search = ODataText.search("displayName", words);
		});
	}

	private List<ServicePrincipalRecord> find(Consumer<ServicePrincipalsRequestBuilder.GetRequestConfiguration> query) {
		ServicePrincipalCollectionResponse page = this.reads.get("service-principal.search", SCOPES,
				(call) -> MalformedAnswer.require(this.graph.servicePrincipals().get((request) -> {
					call.on(request);
					request.queryParameters.select = PrincipalMapper.RECORD;
					request.queryParameters.top = MOST_APIS;
					query.accept(request);
				}), "body"));
		return Fields.list(page.getValue(), PrincipalMapper::record)
			.stream()
			.sorted(Comparator.comparing(ServicePrincipalRecord::displayName, String.CASE_INSENSITIVE_ORDER))
			.toList();
	}

	/**
	 * The scope to change a grant also allows to read it; asking for another one only to
	 * look first would send the operator to sign-in twice.
	 */
	Optional<ConsentGrant> tenantWideGrant(UUID client, UUID resource) {
		return Pages
			.collect(MOST_GRANTS, (link) -> this.reads.get("grant.find", Set.of(DelegatedScope.GRANT_WRITE), (call) -> {
				Oauth2PermissionGrantsRequestBuilder grants = this.graph.oauth2PermissionGrants();
				return MalformedAnswer.require(link.from(grants, grants::withUrl).get((request) -> {
					call.on(request);
					request.queryParameters.select = PrincipalMapper.GRANT;
					request.queryParameters.filter = ODataText.and(ODataText.equal("clientId", client),
							ODataText.equal("consentType", PrincipalMapper.EVERYONE));
				}), "body");
			}), (page) -> Fields.list(page.getValue(), PrincipalMapper::grant))
			.stream()
			.filter((grant) -> grant.resourcePrincipal().equals(resource))
			.findFirst();
	}

	List<AppRoleGrant> appRoleGrants(UUID client) {
		return Pages.collect(MOST_GRANTS, (link) -> this.reads.get("app-role.list", SCOPES, (call) -> {
			AppRoleAssignmentsRequestBuilder assignments = this.graph.servicePrincipals()
				.byServicePrincipalId(client.toString())
				.appRoleAssignments();
			return MalformedAnswer.require(link.from(assignments, assignments::withUrl).get((request) -> {
				call.on(request);
				request.queryParameters.select = PrincipalMapper.ASSIGNMENT;
			}), "body");
		}), (page) -> Fields.list(page.getValue(), PrincipalMapper::assignment));
	}

}
