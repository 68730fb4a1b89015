package health.admit.sandbox.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Consents;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.ServicePrincipals;
import health.admit.sandbox.tenant.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Delegated permission grants, which is what consent writes.
 */
@Component
class GrantsResource implements GraphResource {

	private static final String SET = "oauth2PermissionGrants";

	private static final String RESOURCE = "OAuth2PermissionGrant";

	private static final int LONGEST_SCOPE = 3850;

	private static final Schema SCHEMA = new Schema(RESOURCE, """
			{"id": "string", "clientId": "string", "consentType": "string", "principalId": "string",
			 "resourceId": "string", "scope": "string", "startTime": "any", "expiryTime": "any"}
			""");

	private final Applications applications;

	private final Authority authority;

	private final Consents consents;

	private final ServicePrincipals principals;

	private final Store store;

	GrantsResource(Applications applications, Authority authority, Consents consents, ServicePrincipals principals,
			Store store) {
		this.applications = applications;
		this.authority = authority;
		this.consents = consents;
		this.principals = principals;
		this.store = store;
	}

	@Override
	public void register(Routes routes) {
		routes.get("/oauth2PermissionGrants", this::list)
			.post("/oauth2PermissionGrants", this::create)
			.get("/oauth2PermissionGrants/{}", this::get)
			.patch("/oauth2PermissionGrants/{}", this::change)
			.delete("/oauth2PermissionGrants/{}", this::delete)
			.get("/servicePrincipals/{}/oauth2PermissionGrants", this::ofPrincipal);
	}

	private GraphAnswer list(GraphRequest request) {
		this.authority.requireMember(request.caller());
		return SmallListing.answer(request, SET, RESOURCE, this.store.all(Kind.GRANT, Copy.LIST));
	}

	private GraphAnswer ofPrincipal(GraphRequest request) {
		Item principal = this.applications.read(Kind.SERVICE_PRINCIPAL, request.key(0));
		List<Item> grants = this.store.linkedTo(Kind.GRANT, principal.id(), Copy.LIST)
			.stream()
			.filter((grant) -> principal.id().toString().equals(Json.text(grant.json(), "clientId")))
			.toList();
		return SmallListing.answer(request, SET, RESOURCE, grants);
	}

	private GraphAnswer get(GraphRequest request) {
		request.query().allow(Set.of("$select"));
		return GraphAnswer.ok(entity(request, existing(request, Copy.BY_ID)));
	}

	private GraphAnswer create(GraphRequest request) {
		request.query().allow(Set.of());
		ObjectNode wanted = request.object();
		SCHEMA.check(wanted);
		boolean everybody = "AllPrincipals".equals(Json.text(wanted, "consentType"));
		UUID person = everybody ? null : Ids.parse(Json.text(wanted, "principalId"));
		if (!everybody && (person == null || !"Principal".equals(Json.text(wanted, "consentType")))) {
			throw GraphProblem.invalidValue("consentType", RESOURCE);
		}
		Item client = referenced(wanted, "clientId");
		Item resource = referenced(wanted, "resourceId");
		this.authority.requireConsent(request.caller());
		Set<String> scopes = scopes(wanted, resource);
		if (this.consents.grant(client.id(), resource.id(), person, Copy.MASTER).isPresent()) {
			throw GraphProblem.conflict("clientId", "Permission entry already exists.");
		}
		Item grant = this.consents.putGrant(client.id(), resource.id(), person, scopes);
		return GraphAnswer.created(entity(request, grant), request.root() + "/" + SET + "/" + Ids.onWire(grant.id()));
	}

	private GraphAnswer change(GraphRequest request) {
		request.query().allow(Set.of());
		Item grant = existing(request, Copy.CHILD);
		this.authority.requireConsent(request.caller());
		SCHEMA.check(request.object());
		ObjectNode document = grant.json();
		for (String fixed : List.of("clientId", "resourceId", "consentType", "principalId")) {
			if (request.object().hasNonNull(fixed) && !request.object().path(fixed).equals(document.path(fixed))) {
				throw GraphProblem.badRequest("Property '" + fixed + "' is read-only and cannot be set.");
			}
		}
		Item resource = referenced(document, "resourceId");
		document.put("scope", String.join(" ", scopes(request.object(), resource)));
		this.store.put(Kind.GRANT, grant.id(), document);
		return GraphAnswer.noContent();
	}

	private GraphAnswer delete(GraphRequest request) {
		request.query().allow(Set.of());
		Item grant = existing(request, Copy.CHILD);
		this.authority.requireConsent(request.caller());
		this.store.purge(Kind.GRANT, grant.id());
		return GraphAnswer.noContent();
	}

	private Set<String> scopes(ObjectNode wanted, Item resource) {
		String scope = Json.text(wanted, "scope");
		if (scope == null || scope.length() > LONGEST_SCOPE) {
			throw GraphProblem.invalidValue("scope", RESOURCE);
		}
		Set<String> scopes = new LinkedHashSet<>(scope.isBlank() ? List.of() : List.of(scope.trim().split("\\s+")));
		List<String> published = Json.objects(this.principals.describe(resource), "oauth2PermissionScopes")
			.stream()
			.map((each) -> each.path("value").asString(""))
			.toList();
		for (String each : scopes) {
			if (!published.contains(each)) {
				throw GraphProblem.badProperty("InvalidValue", "scope",
						"Invalid value '" + each + "' specified for property 'scope' of resource '" + RESOURCE + "'.");
			}
		}
		return scopes;
	}

	/** A service principal that may not have reached this copy yet. */
	private Item referenced(ObjectNode wanted, String member) {
		UUID id = Ids.parse(Json.text(wanted, member));
		if (id == null) {
			throw GraphProblem.invalidValue(member, RESOURCE);
		}
		return this.store.live(Kind.SERVICE_PRINCIPAL, id, Copy.GRANT)
			.orElseThrow(() -> GraphProblem.badRequest("Resource '" + id
					+ "' does not exist or one of its queried reference-property objects are not present."));
	}

	private Item existing(GraphRequest request, Copy copy) {
		@Nullable UUID id = Ids.fromWire(request.key(0).value());
		if (id == null) {
			throw GraphProblem.notFound(request.key(0).value());
		}
		return this.store.find(Kind.GRANT, id, copy).orElseThrow(() -> GraphProblem.notFound(request.key(0).value()));
	}

	private static ObjectNode entity(GraphRequest request, Item grant) {
		List<String> select = request.query().select();
		ObjectNode body = Json.object().put("@odata.context", Context.ofEntity(request, SET, select));
		body.setAll(select.isEmpty() ? grant.json() : grant.json().retain(select));
		return body;
	}

}
