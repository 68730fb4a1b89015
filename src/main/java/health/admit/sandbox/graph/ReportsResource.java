package health.admit.sandbox.graph;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The report on the use of credentials, which exists in the beta version alone. It tells
 * about applications; service principals with credentials of their own are left out.
 */
@Component
class ReportsResource implements GraphResource {

	private static final String USE = "/beta/reports/appCredentialSignInActivities";

	private static final Pattern FILTER = Pattern.compile("\\s*(appId|keyId) eq '([^']*)'\\s*");

	private final CredentialUse use;

	private final Store store;

	private final Authority authority;

	private final Licence licence;

	ReportsResource(CredentialUse use, Store store, Authority authority, Licence licence) {
		this.use = use;
		this.store = store;
		this.authority = authority;
		this.licence = licence;
	}

	@Override
	public void register(Routes routes) {
		routes.get(USE, this::use);
	}

	private GraphAnswer use(GraphRequest request) {
		Query query = request.query();
		query.allow(Set.of("$top", "$filter", "$skiptoken"));
		this.licence.requirePremium();
		this.authority.requireReports(request.caller());
		int top = query.top(100, 999);
		Filter filter = filter(query.get("$filter"));
		ObjectNode body = Json.object()
			.put("@odata.context", request.root() + "/beta/$metadata#reports/appCredentialSignInActivities");
		ArrayNode value = Json.array();
		Rows applications = new Rows.Live(this.store, Kind.APPLICATION);
		int position = PageToken.read(query.get("$skiptoken"), -1).position();
		List<Item> some = applications.following(position);
		while (!some.isEmpty() && value.size() < top) {
			for (Item application : some) {
				if (value.size() >= top) {
					break;
				}
				position = application.number();
				if (!application.deleted()) {
					this.use.of(application).stream().filter(filter::passes).forEach(value::add);
				}
			}
			some = applications.following(position);
		}
		if (!some.isEmpty()) {
			body.put("@odata.nextLink",
					request.root() + request.path() + "?" + query.with("$skiptoken", new PageToken(position).write()));
		}
		body.set("value", value);
		return GraphAnswer.ok(body);
	}

	private static Filter filter(@Nullable String text) {
		if (text == null) {
			return new Filter("", "");
		}
		Matcher matcher = FILTER.matcher(text);
		if (!matcher.matches()) {
			throw GraphProblem.notImplemented("this $filter on a report");
		}
		return new Filter(matcher.group(1), matcher.group(2));
	}

	private record Filter(String member, String wanted) {

		boolean passes(ObjectNode line) {
			return this.member.isEmpty() || this.wanted.equalsIgnoreCase(Json.text(line, this.member));
		}

	}

}
