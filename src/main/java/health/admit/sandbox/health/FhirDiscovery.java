package health.admit.sandbox.health;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Moments;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * What a FHIR service tells anybody, so that clients find out where to get a token.
 */
@Component
class FhirDiscovery {

	private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

	private final Clock clock;

	FhirDiscovery(Clock clock) {
		this.clock = clock;
	}

	/**
	 * The answer to a request that needs no token.
	 * @param path below the service
	 * @param authority whose tokens the service trusts
	 * @return empty when the path needs a token
	 */
	Optional<ObjectNode> answer(String path, String base, String authority) {
		return switch (path) {
			case "metadata" -> Optional.of(capabilities(base, authority));
			case ".well-known/smart-configuration" -> Optional.of(smart(authority));
			case "$versions" -> Optional.of(versions());
			case "health/check" -> Optional.of(healthy());
			default -> Optional.empty();
		};
	}

	private ObjectNode capabilities(String base, String authority) {
		ObjectNode statement = Json.object()
			.put("resourceType", "CapabilityStatement")
			.put("url", base + "/metadata")
			.put("name", "Capability Statement")
			.put("status", "active")
			.put("date", Moments.write(this.clock.instant()))
			.put("publisher", "Admit sandbox")
			.put("kind", "instance")
			.put("fhirVersion", "4.0.1");
		statement.putObject("software").put("name", "Admit sandbox FHIR service").put("version", "1.0.0");
		List.of("application/fhir+json", "json").forEach(statement.putArray("format")::add);
		ObjectNode rest = statement.putArray("rest").addObject().put("mode", "server");
		ObjectNode security = rest.putObject("security");
		ObjectNode uris = security.putArray("extension").addObject().put("url", OAUTH_URIS);
		ArrayNode endpoints = uris.putArray("extension");
		endpoints.addObject().put("url", "token").put("valueUri", authority + "/oauth2/token");
		endpoints.addObject().put("url", "authorize").put("valueUri", authority + "/oauth2/authorize");
		security.putArray("service")
			.addObject()
			.putArray("coding")
			.addObject()
			.put("system", "http://terminology.hl7.org/CodeSystem/restful-security-service")
			.put("code", "OAuth");
		ArrayNode resources = rest.putArray("resource");
		FhirOperations.TYPES.stream().sorted().forEach((type) -> {
			ArrayNode interactions = resources.addObject().put("type", type).putArray("interaction");
			List.of("create", "read", "vread", "update", "delete", "history-instance", "search-type")
				.forEach((code) -> interactions.addObject().put("code", code));
		});
		return statement;
	}

	private static ObjectNode smart(String authority) {
		ObjectNode configuration = Json.object()
			.put("authorization_endpoint", authority + "/oauth2/authorize")
			.put("token_endpoint", authority + "/oauth2/token");
		List.of("launch-ehr", "launch-standalone", "client-public", "client-confidential-symmetric",
				"sso-openid-connect", "context-passthrough-banner", "context-passthrough-style", "context-ehr-patient",
				"context-ehr-encounter", "context-standalone-patient", "context-standalone-encounter",
				"permission-offline", "permission-patient", "permission-user")
			.forEach(configuration.putArray("capabilities")::add);
		return configuration;
	}

	private static ObjectNode versions() {
		ObjectNode versions = Json.object();
		versions.putArray("versions").add("4.0");
		return versions.put("default", "4.0");
	}

	private static ObjectNode healthy() {
		ObjectNode health = Json.object().put("overallStatus", "Healthy");
		health.putArray("details")
			.addObject()
			.put("name", "DataStoreHealthCheck")
			.put("status", "Healthy")
			.put("description", "Successfully connected.");
		return health;
	}

}
