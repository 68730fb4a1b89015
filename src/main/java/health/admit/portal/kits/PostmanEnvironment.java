package health.admit.portal.kits;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.cloud.HealthApi;

/**
 * A Postman environment for each service, with the key names of Microsoft's collections,
 * so that it works with those too.
 */
final class PostmanEnvironment implements KitFormat {

	@Override
	public List<KitFile> files(Kit kit) {
		return kit.client().services().stream().map((service) -> file(kit, service)).toList();
	}

	/** The key of a service's base address in Microsoft's collections. */
	static String baseKey(KitService service) {
		return (service.kind() == HealthApi.FHIR) ? "fhirurl" : "baseUrl";
	}

	private static KitFile file(Kit kit, KitService service) {
		KitClient client = kit.client();
		String name = kit.fileName(service);
		List<Map<String, Object>> values = new ArrayList<>();
		values.add(value("authority", client.cloud().login().toString(), "default"));
		values.add(value("tenantId", client.cloud().tenant().toString(), "default"));
		values.add(value("clientId", client.appId().toString(), "default"));
		values.add(value("clientSecret", client.signIn().withSecret() ? kit.secretText() : "", "secret"));
		values.add(value("bearerToken", "", "secret"));
		values.add(value("resource", service.audience(), "default"));
		values.add(value("scope", service.scope(client.signIn()), "default"));
		values.add(value(baseKey(service), service.base(), "default"));
		Map<String, Object> environment = new LinkedHashMap<>();
		environment.put("id", id(client, name).toString());
		environment.put("name", client.displayName() + " (" + name + ")");
		environment.put("values", values);
		environment.put("_postman_variable_scope", "environment");
		return new KitFile(name + ".postman_environment.json", JsonText.document(environment));
	}

	private static Map<String, Object> value(String key, String value, String type) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("key", key);
		entry.put("value", value);
		entry.put("type", type);
		entry.put("enabled", true);
		return entry;
	}

	/** The same kit twice is the same environment. */
	private static UUID id(KitClient client, String name) {
		return UUID.nameUUIDFromBytes((client.appId() + "/environment/" + name).getBytes(StandardCharsets.UTF_8));
	}

}
