package health.admit.sandbox.graph;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Federated identity credentials of an application.
 */
@Component
class FederatedCredentials implements GraphResource {

	static final String EXPANDED = "federatedIdentityCredentials";

	private static final String MEMBER = "_" + EXPANDED;

	private static final String LIST = "/applications/{}/federatedIdentityCredentials";

	private static final Schema SCHEMA = new Schema("FederatedIdentityCredential", """
			{"id": "guid", "name": "string", "issuer": "string", "subject": "string", "description": "string",
			 "audiences": ["string"]}
			""");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,119}");

	private static final int MOST = 20;

	private static final int LONGEST = 600;

	private final Applications applications;

	private final Store store;

	FederatedCredentials(Applications applications, Store store) {
		this.applications = applications;
		this.store = store;
	}

	@Override
	public void register(Routes routes) {
		routes.get(LIST, this::list)
			.get(LIST + "/$count", this::count)
			.post(LIST, this::create)
			.get(LIST + "/{}", this::get)
			.patch(LIST + "/{}", this::change)
			.delete(LIST + "/{}", this::delete);
	}

	/**
	 * Answers {@code $expand=federatedIdentityCredentials}, of which there are never too
	 * many.
	 */
	static void expand(Item application, ObjectNode presented) {
		ArrayNode all = presented.putArray(EXPANDED);
		of(application).forEach(all::add);
	}

	private GraphAnswer list(GraphRequest request) {
		request.query().allow(Set.of("$select", "$top"));
		ObjectNode body = Json.object().put("@odata.context", context(request, request.query().select()));
		ArrayNode value = body.putArray("value");
		of(this.applications.read(Kind.APPLICATION, request.key(0))).stream()
			.limit(request.query().top(100, 999))
			.forEach((each) -> value.add(selected(each, request.query().select())));
		return GraphAnswer.ok(body);
	}

	private GraphAnswer count(GraphRequest request) {
		request.query().allow(Set.of());
		return GraphAnswer.text(Integer.toString(of(this.applications.read(Kind.APPLICATION, request.key(0))).size()));
	}

	private GraphAnswer get(GraphRequest request) {
		request.query().allow(Set.of("$select"));
		Item application = this.applications.read(Kind.APPLICATION, request.key(0));
		return GraphAnswer.ok(entity(request, existing(application, request.key(1))));
	}

	private GraphAnswer create(GraphRequest request) {
		request.query().allow(Set.of());
		Item application = this.applications.toChange(Kind.APPLICATION, request.key(0), request.caller());
		return created(request, application, request.object());
	}

	private GraphAnswer change(GraphRequest request) {
		request.query().allow(Set.of());
		Item application = this.applications.toChange(Kind.APPLICATION, request.key(0), request.caller());
		Key key = request.key(1);
		boolean present = of(application).stream().anyMatch(is(key));
		if (!present && key.is("name") && request.createIfMissing()) {
			return created(request, application, request.object().deepCopy().put("name", key.value()));
		}
		ObjectNode credential = existing(application, key);
		String name = Json.text(request.object(), "name");
		if (name != null && !name.equals(Json.text(credential, "name"))) {
			throw GraphProblem.badRequest("Property 'name' is read-only and cannot be set.");
		}
		SCHEMA.check(request.object());
		Merge.into(credential, request.object());
		check(application, credential);
		keep(application, credential);
		return GraphAnswer.noContent();
	}

	private GraphAnswer delete(GraphRequest request) {
		request.query().allow(Set.of());
		Item application = this.applications.toChange(Kind.APPLICATION, request.key(0), request.caller());
		ObjectNode credential = existing(application, request.key(1));
		replace(application, of(application).stream().filter((each) -> !each.equals(credential)).toList());
		return GraphAnswer.noContent();
	}

	private GraphAnswer created(GraphRequest request, Item application, ObjectNode wanted) {
		SCHEMA.check(wanted);
		ObjectNode credential = SCHEMA.expand(wanted).put("id", UUID.randomUUID().toString());
		if (of(application).size() >= MOST) {
			throw GraphProblem
				.badRequest("The number of federated identity credentials is at its limit of " + MOST + ".");
		}
		if (of(application).stream().anyMatch(is(new Key("name", credential.path("name").asString(""))))) {
			throw GraphProblem.conflict("name", "FederatedIdentityCredential with name "
					+ credential.path("name").asString("") + " already exists.");
		}
		check(application, credential);
		keep(application, credential);
		return GraphAnswer.created(entity(request, credential),
				request.root() + request.path() + "/" + credential.path("id").asString());
	}

	private static void check(Item application, ObjectNode credential) {
		String issuer = credential.path("issuer").asString("");
		String subject = credential.path("subject").asString("");
		List<String> audiences = Json.texts(credential, "audiences");
		boolean fits = NAME.matcher(credential.path("name").asString("")).matches() && !subject.isBlank()
				&& issuer.startsWith("https://") && issuer.length() <= LONGEST && subject.length() <= LONGEST
				&& audiences.size() == 1 && audiences.get(0).length() <= LONGEST;
		if (!fits) {
			throw GraphProblem
				.badRequest("Invalid value specified for a property of resource 'FederatedIdentityCredential'.");
		}
		boolean taken = of(application).stream()
			.anyMatch((each) -> !each.path("id").equals(credential.path("id"))
					&& issuer.equals(Json.text(each, "issuer")) && subject.equals(Json.text(each, "subject")));
		if (taken) {
			throw GraphProblem.conflict("issuer",
					"FederatedIdentityCredential with this issuer and subject already exists.");
		}
	}

	private void keep(Item application, ObjectNode credential) {
		List<ObjectNode> others = of(application).stream()
			.filter((each) -> !each.path("id").equals(credential.path("id")))
			.toList();
		ArrayNode all = Json.array();
		others.forEach(all::add);
		all.add(credential);
		this.store.update(Kind.APPLICATION, application.id(), (document) -> document.set(MEMBER, all));
	}

	private void replace(Item application, List<ObjectNode> credentials) {
		ArrayNode all = Json.array();
		credentials.forEach(all::add);
		this.store.update(Kind.APPLICATION, application.id(), (document) -> document.set(MEMBER, all));
	}

	private static ObjectNode existing(Item application, Key key) {
		return of(application).stream()
			.filter(is(key))
			.findFirst()
			.orElseThrow(() -> GraphProblem.notFound(key.value()));
	}

	private static Predicate<ObjectNode> is(Key key) {
		return (credential) -> key.value().equals(Json.text(credential, key.name()));
	}

	private static List<ObjectNode> of(Item application) {
		return Json.objects(application.json(), MEMBER);
	}

	private static ObjectNode entity(GraphRequest request, ObjectNode credential) {
		ObjectNode body = Json.object().put("@odata.context", context(request, request.query().select()) + "/$entity");
		body.setAll(selected(credential, request.query().select()));
		return body;
	}

	private static ObjectNode selected(ObjectNode credential, List<String> select) {
		return select.isEmpty() ? credential : credential.retain(select);
	}

	private static String context(GraphRequest request, List<String> select) {
		return Context.ofList(request, "applications('" + request.key(0).value() + "')/federatedIdentityCredentials",
				select);
	}

}
