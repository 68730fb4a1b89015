package health.admit.sandbox.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers a list of directory objects as the query options ask, with Graph's rules for
 * when {@code ConsistencyLevel: eventual} is needed.
 */
final class Listing {

	private static final Set<String> OPTIONS = Set.of("$select", "$filter", "$search", "$top", "$count", "$orderby",
			"$expand", "$skiptoken");

	private static final String NEEDS_HEADER = "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'";

	private static final int USUAL_PAGE = 100;

	private static final int LARGEST_PAGE = 999;

	private final GraphRequest request;

	private final EntityType type;

	private final Description description;

	Listing(GraphRequest request, EntityType type, Description description) {
		this.request = request;
		this.type = type;
		this.description = description;
	}

	/**
	 * The answer to a list request.
	 * @param expander adds what {@code $expand} asks for; gets the expression
	 */
	GraphAnswer answer(Rows items, @Nullable Expander expander) {
		Query query = this.request.query();
		query.allow(OPTIONS);
		List<String> select = query.select();
		this.type.checkSelect(select);
		String expand = query.get("$expand");
		if (expand != null && expander == null) {
			throw GraphProblem.notImplemented("$expand here");
		}
		int top = query.top(USUAL_PAGE, LARGEST_PAGE);
		Page page = page(items, top);
		ObjectNode body = Json.object().put("@odata.context", Context.ofList(this.request, this.type.set(), select));
		if (query.count() && this.request.eventual() && !query.has("$skiptoken")) {
			body.put("@odata.count", count(items.all()));
		}
		if (page.next() != null) {
			body.put("@odata.nextLink",
					this.request.root() + this.request.path() + "?" + query.with("$skiptoken", page.next().write()));
		}
		ArrayNode value = body.putArray("value");
		for (Item item : page.items()) {
			ObjectNode presented = this.type.present(item, this.description.document(item), select, false);
			if (expand != null && expander != null) {
				expander.expand(item, presented, expand);
			}
			value.add(presented);
		}
		return GraphAnswer.ok(body);
	}

	/** The answer to {@code /$count}. */
	GraphAnswer countAnswer(Rows items) {
		this.request.query().allow(Set.of("$filter", "$search"));
		if (!this.request.eventual()) {
			throw GraphProblem.badRequest("$count is not currently supported.");
		}
		return GraphAnswer.text(Long.toString(count(items.all())));
	}

	private long count(List<Item> items) {
		return matching(items, true).count();
	}

	private Page page(Rows items, int top) {
		boolean counted = this.request.eventual() && this.request.query().count();
		Comparator<ItemRow> order = order(counted);
		PageToken from = PageToken.read(this.request.query().get("$skiptoken"), (order != null) ? 0 : -1);
		List<Item> found = (order != null) ? new ArrayList<>(matching(items.all(), counted).sorted(order)
			.skip(from.position())
			.limit(top + 1L)
			.map(ItemRow::item)
			.toList()) : inOrderOfCreation(items, from.position(), top + 1, counted);
		if (found.size() <= top) {
			return new Page(found, null);
		}
		found.remove(top);
		int last = (order != null) ? from.position() + top : found.get(top - 1).number();
		return new Page(found, new PageToken(last));
	}

	private List<Item> inOrderOfCreation(Rows items, int after, int most, boolean counted) {
		Predicate<Row> test = filter(counted);
		List<Item> found = new ArrayList<>(most);
		int position = after;
		for (List<Item> some = items.following(position); !some.isEmpty(); some = items.following(position)) {
			for (Item item : some) {
				boolean deleted = items instanceof Rows.Live && item.deleted();
				if (!deleted && test.test(new ItemRow(item, this.type, this.description))) {
					found.add(item);
				}
				if (found.size() == most) {
					return found;
				}
			}
			position = some.get(some.size() - 1).number();
		}
		return found;
	}

	private Stream<ItemRow> matching(List<Item> items, boolean counted) {
		Predicate<Row> test = filter(counted);
		return items.stream().map((item) -> new ItemRow(item, this.type, this.description)).filter(test);
	}

	private Predicate<Row> filter(boolean counted) {
		Query query = this.request.query();
		String text = query.get("$filter");
		Filter filter = (text != null) ? FilterParser.parse(text, this.type.resource(), this.type::filterable)
				: Filter.ALL;
		if (filter.advanced() && !counted) {
			throw GraphProblem.unsupportedQuery("Unsupported Query.");
		}
		String search = query.get("$search");
		if (search == null) {
			return filter.test();
		}
		if (!this.request.eventual()) {
			throw GraphProblem.unsupportedQuery(NEEDS_HEADER);
		}
		return filter.test().and(Search.parse(search, this.type::searchable));
	}

	private @Nullable Comparator<ItemRow> order(boolean counted) {
		String orderby = this.request.query().get("$orderby");
		if (orderby == null) {
			return null;
		}
		String[] words = orderby.trim().split("\\s+");
		boolean known = words[0].equals("displayName") || words[0].equals("createdDateTime")
				|| (this.type == EntityType.USER && words[0].equals("userPrincipalName"));
		if (!known || words.length > 2) {
			throw GraphProblem
				.unsupportedQuery("Unsupported sort property '" + words[0] + "' for '" + this.type.resource() + "'.");
		}
		if (!counted) {
			throw GraphProblem.unsupportedQuery("Sorting not supported for current query.");
		}
		Comparator<ItemRow> order = Comparator
			.comparing((ItemRow row) -> row.at(words[0]).asString("").toLowerCase(Locale.ROOT))
			.thenComparing((row) -> row.item().number());
		return (words.length == 2 && words[1].equalsIgnoreCase("desc")) ? order.reversed() : order;
	}

	/**
	 * Adds related objects to one that is sent.
	 */
	@FunctionalInterface
	interface Expander {

		void expand(Item item, ObjectNode presented, String expression);

	}

	private record Page(List<Item> items, @Nullable PageToken next) {
	}

}
