package health.admit.sandbox.graph;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.ServicePrincipals;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Service principals: read, list, create, change and delete.
 */
@Component
class ServicePrincipalsResource implements GraphResource, Description {

	private static final EntityType TYPE = EntityType.SERVICE_PRINCIPAL;

	private static final Set<String> WRITABLE = Set.of("accountEnabled", "appRoleAssignmentRequired", "tags", "notes",
			"description", "loginUrl", "preferredSingleSignOnMode", "notificationEmailAddresses", "alternativeNames");

	private final Applications applications;

	private final ServicePrincipals principals;

	private final Deletion deletion;

	private final Owners owners;

	private final Authority authority;

	private final Store store;

	ServicePrincipalsResource(Applications applications, ServicePrincipals principals, Deletion deletion, Owners owners,
			Authority authority, Store store) {
		this.applications = applications;
		this.principals = principals;
		this.deletion = deletion;
		this.owners = owners;
		this.authority = authority;
		this.store = store;
	}

	@Override
	public void register(Routes routes) {
		routes.get("/servicePrincipals", this::list)
			.get("/servicePrincipals/$count", this::count)
			.post("/servicePrincipals", this::create)
			.get("/servicePrincipals/{}", this::get)
			.patch("/servicePrincipals/{}", this::change)
			.delete("/servicePrincipals/{}", this::delete);
	}

	@Override
	public ObjectNode document(Item item) {
		return this.principals.describe(item);
	}

	@Override
	public String name(Item item) {
		return this.principals.name(item);
	}

	private GraphAnswer list(GraphRequest request) {
		this.authority.requireMember(request.caller());
		return listing(request).answer(listed(), this.owners::expand);
	}

	private GraphAnswer count(GraphRequest request) {
		this.authority.requireMember(request.caller());
		return listing(request).countAnswer(listed());
	}

	private GraphAnswer get(GraphRequest request) {
		request.query().allow(Set.of("$select", "$expand"));
		Item item = this.applications.read(Kind.SERVICE_PRINCIPAL, request.key(0));
		return GraphAnswer.ok(present(request, item));
	}

	private GraphAnswer create(GraphRequest request) {
		request.query().allow(Set.of());
		UUID appId = Ids.parse(Json.text(request.object(), "appId"));
		if (appId == null) {
			throw GraphProblem.invalidValue("appId", "ServicePrincipal");
		}
		if (this.store.liveByAppId(Kind.SERVICE_PRINCIPAL, appId, Copy.MASTER).isPresent()) {
			throw GraphProblem.conflict("servicePrincipalNames",
					"The service principal cannot be created, updated, or restored because the service principal name "
							+ appId + " is already in use.");
		}
		return created(request, appId);
	}

	private GraphAnswer change(GraphRequest request) {
		request.query().allow(Set.of());
		Key key = request.key(0);
		UUID appId = key.is("appId") ? key.uuid() : null;
		if (appId != null && request.createIfMissing()
				&& this.store.liveByAppId(Kind.SERVICE_PRINCIPAL, appId, Copy.MASTER).isEmpty()) {
			return created(request, appId);
		}
		Item item = request.createIfMissing() ? existing(request)
				: this.applications.toChange(Kind.SERVICE_PRINCIPAL, key, request.caller());
		ObjectNode change = writable(request.object());
		this.store.update(Kind.SERVICE_PRINCIPAL, item.id(), (document) -> {
			Merge.into(document, change);
			return TYPE.schema().strip(document);
		});
		return GraphAnswer.noContent();
	}

	private Item existing(GraphRequest request) {
		Item item = this.applications.find(Kind.SERVICE_PRINCIPAL, request.key(0), Copy.MASTER)
			.orElseThrow(() -> GraphProblem.notFound(request.key(0).value()));
		this.authority.requireManage(request.caller(), item);
		return item;
	}

	private GraphAnswer created(GraphRequest request, UUID appId) {
		ObjectNode draft = this.principals.draft(appId, Copy.PRINCIPAL)
			.orElseThrow(() -> GraphProblem.badProperty("InvalidValue", "appId", "The appId '" + appId
					+ "' of the service principal does not reference a valid application object."));
		requireCreate(request.caller(), appId);
		Merge.into(draft, writable(request.object()));
		if (this.authority.becomesOwner(request.caller())) {
			draft.putArray(Owners.MEMBER).add(request.caller().objectId().toString());
		}
		Item item = this.store.put(Kind.SERVICE_PRINCIPAL, UUID.randomUUID(), TYPE.schema().strip(draft));
		return GraphAnswer.created(present(request, item),
				request.root() + "/directoryObjects/" + item.id() + "/Microsoft.DirectoryServices.ServicePrincipal");
	}

	private void requireCreate(Caller caller, UUID appId) {
		this.store.liveByAppId(Kind.APPLICATION, appId, Copy.MASTER)
			.ifPresentOrElse((application) -> this.authority.requireManage(caller, application),
					() -> this.authority.requireAdminister(caller));
	}

	private static ObjectNode writable(ObjectNode wanted) {
		TYPE.schema().check(wanted);
		ObjectNode body = wanted.deepCopy();
		body.remove(Set.of("appId", "id"));
		for (String name : body.propertyNames()) {
			if (!WRITABLE.contains(name) && !name.contains("@odata.")) {
				throw GraphProblem.notImplemented("writing '" + name + "' of a service principal");
			}
		}
		return body;
	}

	private GraphAnswer delete(GraphRequest request) {
		request.query().allow(Set.of());
		Item item = this.applications.toChange(Kind.SERVICE_PRINCIPAL, request.key(0), request.caller());
		this.deletion.softDelete(Kind.SERVICE_PRINCIPAL, item.id());
		return GraphAnswer.noContent();
	}

	private ObjectNode present(GraphRequest request, Item item) {
		List<String> select = request.query().select();
		TYPE.checkSelect(select);
		ObjectNode body = Json.object().put("@odata.context", Context.ofEntity(request, TYPE.set(), select));
		body.setAll(TYPE.present(item, this.principals.describe(item), select, select.contains("keyCredentials")));
		String expand = request.query().get("$expand");
		if (expand != null) {
			this.owners.expand(item, body, expand);
		}
		return body;
	}

	private Listing listing(GraphRequest request) {
		return new Listing(request, TYPE, this);
	}

	private Rows listed() {
		return new Rows.Live(this.store, Kind.SERVICE_PRINCIPAL);
	}

}
