package health.admit.portal.kits;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import health.admit.portal.cloud.HealthApi;

/**
 * A Postman collection v2.1 for each service. Its texts hold no variables of Postman;
 * scripts get values from the environment, so that nothing in them is expanded.
 */
final class PostmanCollection implements KitFormat {

	private static final String SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

	@Override
	public List<KitFile> files(Kit kit) {
		return kit.client().services().stream().map((service) -> file(kit, service)).toList();
	}

	private static KitFile file(Kit kit, KitService service) {
		KitClient client = kit.client();
		String name = kit.fileName(service);
		Map<String, Object> collection = new LinkedHashMap<>();
		collection.put("info", map("_postman_id", id(client, name).toString(), "name",
				client.displayName() + " (" + name + ")", "description", description(kit), "schema", SCHEMA));
		collection.put("auth", PostmanAuth.of(client));
		if (client.signIn() == SignInKind.APP_WITH_SECRET) {
			collection.put("event", List.of(event("prerequest", Sheet.filled("postman/sign-in.js",
					Map.of("advice", JavaScriptText.literal(new Advice(kit, UnaryOperator.identity()).token()))))));
		}
		collection.put("item", items(kit, service));
		return new KitFile(name + ".postman_collection.json", JsonText.document(collection));
	}

	private static List<Map<String, Object>> items(Kit kit, KitService service) {
		List<Map<String, Object>> items = new ArrayList<>();
		String base = PostmanEnvironment.baseKey(service);
		if (service.kind() == HealthApi.FHIR) {
			Map<String, Object> metadata = request(base, "/metadata", service.accept());
			metadata.put("auth", map("type", "noauth"));
			items.add(map("name", kit.texts().get("postman.metadata"), "request", metadata));
		}
		Advice advice = new Advice(kit, UnaryOperator.identity());
		String test = Sheet.filled("postman/test.js",
				Map.of("advice-401", JavaScriptText.literal(advice.unauthorized(service)), "advice-403",
						JavaScriptText.literal(advice.forbidden(service))));
		items.add(map("name", kit.texts().get("postman.question." + service.kind().name()), "event",
				List.of(event("test", test)), "request", request(base, service.question(), service.accept())));
		return items;
	}

	private static Map<String, Object> request(String base, String path, String accept) {
		return map("method", "GET", "header", List.of(map("key", "Accept", "value", accept)), "url",
				url("{{" + base + "}}", path));
	}

	private static Map<String, Object> url(String base, String pathAndQuery) {
		String[] parts = pathAndQuery.split("\\?", 2);
		Map<String, Object> url = map("raw", base + pathAndQuery, "host", List.of(base), "path",
				List.of(parts[0].substring(1).split("/")));
		if (parts.length > 1) {
			List<Map<String, Object>> query = new ArrayList<>();
			for (String field : parts[1].split("&")) {
				String[] pair = field.split("=", 2);
				query.add(map("key", pair[0], "value", pair[1]));
			}
			url.put("query", query);
		}
		return url;
	}

	private static Map<String, Object> event(String listen, String script) {
		return map("listen", listen, "script", map("type", "text/javascript", "exec", script.strip().lines().toList()));
	}

	private static String description(Kit kit) {
		KitClient client = kit.client();
		String way = switch (client.signIn()) {
			case APP_WITH_SECRET -> "postman.secret";
			case APP_WITH_CERTIFICATE, WEB_WITH_CERTIFICATE -> "postman.certificate";
			case APP_WITH_FEDERATION -> "postman.federation";
			case WEB_WITH_SECRET, SINGLE_PAGE, DESKTOP, DEVICE_CODE -> "postman.person";
		};
		String notes = client.notes();
		return kit.texts().get("postman.description", client.appId().toString()) + "\n\n" + kit.texts().get(way)
				+ ((notes != null) ? "\n\n" + kit.texts().get("readme.notes") + ": " + MarkdownText.text(notes) : "");
	}

	private static UUID id(KitClient client, String name) {
		return UUID.nameUUIDFromBytes((client.appId() + "/collection/" + name).getBytes(StandardCharsets.UTF_8));
	}

	static Map<String, Object> map(Object... pairs) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			map.put((String) pairs[i], pairs[i + 1]);
		}
		return map;
	}

}
