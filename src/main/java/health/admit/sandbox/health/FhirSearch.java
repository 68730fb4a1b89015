package health.admit.sandbox.health;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search over one resource type.
 */
final class FhirSearch {

	private static final int USUAL = 10;

	private static final int MOST = 1000;

	private static final String TOKEN = "ct";

	private static final Set<String> RESULT = Set.of("_count", "_summary", "_total", "_format", "_pretty", TOKEN);

	private static final Map<String, Set<String>> CRITERIA = Map.of("Patient",
			Set.of("_id", "identifier", "name", "family", "given", "gender", "birthdate"), "Observation",
			Set.of("_id", "identifier", "subject", "patient", "code", "status"));

	private final FhirRequest request;

	private final String type;

	FhirSearch(FhirRequest request, String type) {
		this.request = request;
		this.type = type;
	}

	ObjectNode bundle(List<FhirVersion> resources) {
		Set<String> known = CRITERIA.getOrDefault(this.type, Set.of("_id", "identifier"));
		for (String name : this.request.query().keySet()) {
			if (!RESULT.contains(name) && !known.contains(name)) {
				throw FhirProblem.notImplemented("the search parameter '" + name + "' of " + this.type);
			}
		}
		List<FhirVersion> found = resources.stream().filter(this::fits).toList();
		int count = count();
		boolean countOnly = "count".equals(this.request.first("_summary")) || count == 0;
		if (!countOnly && this.request.first("_summary") != null && !"false".equals(this.request.first("_summary"))) {
			throw FhirProblem.notImplemented("_summary=" + this.request.first("_summary"));
		}
		int from = Math.min(position(), found.size());
		int to = Math.min(from + count, found.size());
		ObjectNode bundle = Json.object()
			.put("resourceType", "Bundle")
			.put("id", UUID.randomUUID().toString())
			.put("type", "searchset");
		if (countOnly || "accurate".equals(this.request.first("_total"))) {
			bundle.put("total", found.size());
		}
		ArrayNode links = bundle.putArray("link");
		if (!countOnly && to < found.size()) {
			link(links, "next", to);
		}
		link(links, "self", from);
		if (!countOnly) {
			ArrayNode entries = bundle.putArray("entry");
			found.subList(from, to).forEach((version) -> entry(entries, version));
		}
		return bundle;
	}

	private void entry(ArrayNode entries, FhirVersion version) {
		ObjectNode entry = entries.addObject()
			.put("fullUrl", this.request.base() + "/" + this.type + "/" + version.id());
		entry.set("resource", version.resource());
		entry.putObject("search").put("mode", "match");
	}

	private int count() {
		String text = this.request.first("_count");
		if (text == null) {
			return USUAL;
		}
		if (!text.matches("\\d{1,9}")) {
			throw FhirProblem.invalid("The '_count' parameter has to be a whole number.");
		}
		return Math.min(Integer.parseInt(text), MOST);
	}

	private int position() {
		String token = this.request.first(TOKEN);
		if (token == null) {
			return 0;
		}
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			if (text.matches("\\d{1,9}")) {
				return Integer.parseInt(text);
			}
		}
		catch (IllegalArgumentException ex) {
			// Any text that is no token of ours is answered the same way.
		}
		throw FhirProblem.invalid("The continuation token is invalid.");
	}

	private void link(ArrayNode links, String relation, int position) {
		List<String> parts = new ArrayList<>();
		this.request.query().forEach((name, values) -> {
			if (!name.equals(TOKEN)) {
				values.forEach((value) -> parts.add(encode(name) + "=" + encode(value)));
			}
		});
		if (position > 0) {
			parts.add(TOKEN + "="
					+ Base64.getUrlEncoder()
						.withoutPadding()
						.encodeToString(Integer.toString(position).getBytes(StandardCharsets.UTF_8)));
		}
		links.addObject()
			.put("relation", relation)
			.put("url", this.request.base() + "/" + this.type + (parts.isEmpty() ? "" : "?" + String.join("&", parts)));
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private boolean fits(FhirVersion version) {
		return this.request.query()
			.entrySet()
			.stream()
			.filter((criterion) -> !RESULT.contains(criterion.getKey()))
			.allMatch((criterion) -> criterion.getValue()
				.stream()
				.allMatch((value) -> Arrays.stream(value.split(","))
					.anyMatch((one) -> fits(version, criterion.getKey(), one))));
	}

	private static boolean fits(FhirVersion version, String name, String value) {
		JsonNode resource = version.resource();
		return switch (name) {
			case "_id" -> version.id().equals(value);
			case "identifier" -> token(resource.path("identifier"), "system", "value", value);
			case "code" -> token(resource.at("/code/coding"), "system", "code", value);
			case "family" -> begins(resource.path("name"), List.of("family"), value);
			case "given" -> begins(resource.path("name"), List.of("given"), value);
			case "name" -> begins(resource.path("name"), List.of("family", "given", "prefix", "suffix", "text"), value);
			case "gender" -> value.equals(Json.text(resource, "gender"));
			case "status" -> value.equals(Json.text(resource, "status"));
			case "birthdate" -> value.equals(Json.text(resource, "birthDate"));
			case "subject", "patient" -> refers(Json.text(resource, "subject/reference"), value);
			default -> false;
		};
	}

	private static boolean refers(@Nullable String reference, String value) {
		return value.equals(reference) || ("Patient/" + value).equals(reference);
	}

	private static boolean token(JsonNode list, String system, String code, String value) {
		int bar = value.indexOf('|');
		String wanted = value.substring(bar + 1);
		return list.valueStream()
			.anyMatch((each) -> (wanted.isEmpty() || wanted.equals(Json.text(each, code)))
					&& (bar < 0 || value.substring(0, bar).equals(each.path(system).asString(""))));
	}

	/** Texts are compared from their beginning and without regard to case. */
	private static boolean begins(JsonNode names, List<String> parts, String value) {
		String wanted = value.toLowerCase(Locale.ROOT);
		return names.valueStream()
			.flatMap((name) -> parts.stream().map(name::path))
			.flatMap((part) -> part.isArray() ? part.valueStream() : List.of(part).stream())
			.anyMatch((part) -> part.asString("").toLowerCase(Locale.ROOT).startsWith(wanted) && !part.isMissingNode());
	}

}
