package health.admit.sandbox.graph;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Change;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.ServicePrincipals;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Delta queries on applications and service principals: first everything, then what
 * changed.
 */
@Component
class DeltaResource implements GraphResource {

	private static final int PAGE = 999;

	private final Store store;

	private final ServicePrincipals principals;

	private final Authority authority;

	private final Clock clock;

	DeltaResource(Store store, ServicePrincipals principals, Authority authority, Clock clock) {
		this.store = store;
		this.principals = principals;
		this.authority = authority;
		this.clock = clock;
	}

	@Override
	public void register(Routes routes) {
		routes.get("/applications/delta()", (request) -> answer(request, Kind.APPLICATION, EntityType.APPLICATION))
			.get("/servicePrincipals/delta()",
					(request) -> answer(request, Kind.SERVICE_PRINCIPAL, EntityType.SERVICE_PRINCIPAL));
	}

	private GraphAnswer answer(GraphRequest request, Kind kind, EntityType type) {
		this.authority.requireMember(request.caller());
		request.query().allow(Set.of("$select", "$filter", "$skiptoken", "$deltatoken"));
		DeltaToken token = token(request, type);
		long now = this.store.lastChange();
		Page page = (token.since() < 0) ? firstRound(kind, type, token) : changes(kind, type, token);
		ObjectNode body = Json.object()
			.put("@odata.context", Context.ofList(request, type.set(), token.select()) + "/$delta");
		String link = request.root() + request.path() + "?";
		if (page.next().isPresent()) {
			body.put("@odata.nextLink", link + "$skiptoken=" + page.next().get().write());
		}
		else {
			body.put("@odata.deltaLink", link + "$deltatoken="
					+ ((token.since() < 0) ? token : token.reached(now)).finished(this.clock.instant()).write());
		}
		body.set("value", page.value());
		return GraphAnswer.ok(body);
	}

	private DeltaToken token(GraphRequest request, EntityType type) {
		String given = request.query().get("$skiptoken");
		String written = (given != null) ? given : request.query().get("$deltatoken");
		if (written == null || written.equals("latest")) {
			List<String> select = request.query().select();
			type.checkSelect(select);
			DeltaToken fresh = DeltaToken.start(this.store.generation(), this.store.lastChange(), select,
					DeltaToken.ids(request.query().get("$filter")), this.clock.instant());
			return (written != null) ? fresh.finished(this.clock.instant()) : fresh;
		}
		return DeltaToken.read(written, this.store.generation(), this.clock.instant(),
				request.root() + request.path() + "?$deltatoken=");
	}

	private Page firstRound(Kind kind, EntityType type, DeltaToken token) {
		List<Item> found = new ArrayList<>();
		int position = token.position();
		List<Item> some = this.store.following(kind, Copy.LIST, position, PAGE + 1);
		while (!some.isEmpty() && found.size() <= PAGE) {
			some.stream()
				.filter((item) -> !item.deleted() && token.wants(item.id()))
				.limit(PAGE + 1L - found.size())
				.forEach(found::add);
			position = some.get(some.size() - 1).number();
			some = this.store.following(kind, Copy.LIST, position, PAGE + 1);
		}
		Optional<DeltaToken> next = Optional.empty();
		if (found.size() > PAGE) {
			found.remove(PAGE);
			next = Optional.of(token.after(found.get(PAGE - 1).number()));
		}
		ArrayNode value = Json.array();
		found.forEach((item) -> value.add(present(item, type, token)));
		return new Page(value, next);
	}

	/**
	 * A page ends before the change that would be one object too many; what changed again
	 * later comes again later.
	 */
	private Page changes(Kind kind, EntityType type, DeltaToken token) {
		Set<UUID> changed = new LinkedHashSet<>();
		Optional<DeltaToken> next = Optional.empty();
		for (Change change : this.store.changesAfter(token.since())) {
			if (change.kind() == kind && token.wants(change.id()) && token.concerns(change)) {
				if (changed.size() == PAGE && !changed.contains(change.id())) {
					next = Optional.of(token.through(change.number() - 1));
					break;
				}
				changed.remove(change.id());
				changed.add(change.id());
			}
		}
		ArrayNode value = Json.array();
		changed.forEach((id) -> value.add(present(id, kind, type, token)));
		return new Page(value, next);
	}

	private ObjectNode present(UUID id, Kind kind, EntityType type, DeltaToken token) {
		Optional<Item> item = this.store.find(kind, id, Copy.LIST);
		if (item.isPresent() && !item.get().deleted()) {
			return present(item.get(), type, token);
		}
		ObjectNode removed = Json.object().put("id", id.toString());
		removed.putObject("@removed").put("reason", item.isPresent() ? "changed" : "deleted");
		return removed;
	}

	private ObjectNode present(Item item, EntityType type, DeltaToken token) {
		ObjectNode document = (item.kind() == Kind.SERVICE_PRINCIPAL) ? this.principals.describe(item) : item.json();
		return type.present(item, document, token.selectWithId(), false);
	}

	private record Page(ArrayNode value, Optional<DeltaToken> next) {
	}

}
