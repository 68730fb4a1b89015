package health.admit.sandbox.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The operations on resources that a FHIR service serves to who may use them.
 */
@Component
class FhirOperations {

	/** Operations that are refused, once it is clear that the caller might. */
	private static final Map<String, String> ACTIONS = Map.of("$export", "export/action", "$import", "import/action",
			"$convert-data", "convertData/action", "$validate", "resourceValidate/action", "$reindex",
			"reindex/action");

	/** The resource types that are held. */
	static final Set<String> TYPES = Set.of("Patient", "Observation", "Practitioner", "Organization", "Encounter",
			"Condition", "ImagingStudy", "ServiceRequest", "DiagnosticReport", "DocumentReference", "Device",
			"Location", "Medication", "MedicationRequest", "Procedure", "AllergyIntolerance", "Immunization", "Group",
			"Questionnaire", "QuestionnaireResponse", "Appointment", "Basic");

	private final FhirStore store;

	private final DataAccess access;

	FhirOperations(FhirStore store, DataAccess access) {
		this.store = store;
		this.access = access;
	}

	FhirAnswer answer(FhirRequest request) {
		refuseSmart(request);
		String last = request.path().isEmpty() ? "" : request.segment(request.path().size() - 1);
		if (last.startsWith("$")) {
			return operation(request, last);
		}
		if (request.path().isEmpty()) {
			require(request, request.method().equals("GET") ? "read" : "write");
			throw FhirProblem.notImplemented(request.method() + " of a bundle");
		}
		return switch (request.method()) {
			case "GET" -> get(request);
			case "POST" -> post(request);
			case "PUT" -> update(request);
			case "DELETE" -> delete(request);
			default -> {
				require(request, "write");
				throw FhirProblem.notImplemented(request.method());
			}
		};
	}

	private FhirAnswer get(FhirRequest request) {
		require(request, "read");
		String type = type(request);
		if (request.path().size() == 1) {
			return FhirAnswer.ok(new FhirSearch(request, type).bundle(this.store.all(host(request), type)));
		}
		if (request.path().size() == 2) {
			return version(living(request, type), 200, Map.of());
		}
		if (request.path().size() <= 4 && request.segment(2).equals("_history")) {
			return history(request, type);
		}
		throw FhirProblem.notImplemented("GET " + String.join("/", request.path()));
	}

	private FhirAnswer post(FhirRequest request) {
		if (request.is("POST", 2) && request.segment(1).equals("_search")) {
			return get(new FhirRequest(request.service(), "GET", request.base(), List.of(request.segment(0)),
					request.query(), request.headers(), request.body(), request.caller()));
		}
		require(request, "write");
		String type = type(request);
		if (request.path().size() != 1 || request.header("if-none-exist") != null) {
			throw FhirProblem.notImplemented("POST " + String.join("/", request.path()) + " in this form");
		}
		return stored(request, type, UUID.randomUUID().toString(), resource(request, type), 201);
	}

	private FhirAnswer update(FhirRequest request) {
		require(request, "write");
		String type = type(request);
		if (request.path().size() != 2) {
			throw FhirProblem.notImplemented("PUT " + String.join("/", request.path()) + " in this form");
		}
		String id = request.segment(1);
		ObjectNode resource = resource(request, type);
		if (!id.equals(Json.text(resource, "id"))) {
			throw FhirProblem.invalid("Id in the URL must match id in the resource.");
		}
		Optional<FhirVersion> before = this.store.newest(host(request), type, id);
		String wanted = request.header("if-match");
		if (wanted != null && !before.map(FhirVersion::tag).map(wanted::equals).orElse(false)) {
			throw FhirProblem.of(412, "conflict", "The version in If-Match is not the newest one.");
		}
		return stored(request, type, id, resource, before.isPresent() ? 200 : 201);
	}

	private FhirAnswer delete(FhirRequest request) {
		boolean hard = "true".equals(request.first("hardDelete")) || "true".equals(request.first("_hardDelete"));
		require(request, hard ? "hardDelete/action" : "delete");
		String type = type(request);
		if (request.path().size() != 2) {
			throw FhirProblem.notImplemented("DELETE " + String.join("/", request.path()) + " in this form");
		}
		if (hard) {
			this.store.purge(host(request), type, request.segment(1));
		}
		else {
			this.store.delete(host(request), type, request.segment(1));
		}
		return FhirAnswer.noContent();
	}

	private FhirAnswer history(FhirRequest request, String type) {
		String id = request.segment(1);
		List<FhirVersion> versions = this.store.history(host(request), type, id);
		if (versions.isEmpty()) {
			throw FhirProblem.notFound(type, id);
		}
		if (request.path().size() == 4) {
			return versions.stream()
				.filter((version) -> Integer.toString(version.number()).equals(request.segment(3)))
				.findFirst()
				.map((version) -> version(version, 200, Map.of()))
				.orElseThrow(() -> FhirProblem.notFound(type, id));
		}
		ObjectNode bundle = Json.object()
			.put("resourceType", "Bundle")
			.put("id", UUID.randomUUID().toString())
			.put("type", "history")
			.put("total", versions.size());
		ArrayNode entries = bundle.putArray("entry");
		for (int i = versions.size() - 1; i >= 0; i--) {
			FhirVersion version = versions.get(i);
			ObjectNode entry = entries.addObject().put("fullUrl", request.base() + "/" + type + "/" + id);
			if (!version.deleted()) {
				entry.set("resource", version.resource());
			}
			entry.putObject("request")
				.put("method", version.deleted() ? "DELETE" : (version.number() == 1) ? "POST" : "PUT")
				.put("url", type + "/" + id);
		}
		return FhirAnswer.ok(bundle);
	}

	/** Reads enough of it to tell a caller who may from one who may not. */
	private FhirAnswer operation(FhirRequest request, String name) {
		String action = ACTIONS.get(name);
		if (action == null) {
			throw FhirProblem.notImplemented("the operation " + name);
		}
		require(request, action);
		if (name.equals("$convert-data") && !"Parameters".equals(Json.text(object(request), "resourceType"))) {
			throw FhirProblem.invalid("A Parameters resource is expected.");
		}
		throw FhirProblem.notImplemented("the operation " + name);
	}

	private FhirAnswer stored(FhirRequest request, String type, String id, ObjectNode resource, int status) {
		FhirVersion version = this.store.put(host(request), type, id, resource);
		return version(version, status,
				Map.of("Location", request.base() + "/" + type + "/" + id + "/_history/" + version.number()));
	}

	private static FhirAnswer version(FhirVersion version, int status, Map<String, String> more) {
		Map<String, String> headers = new LinkedHashMap<>(more);
		headers.put("ETag", version.tag());
		headers.put("Last-Modified", version.lastModified());
		return new FhirAnswer(status, headers, version.resource());
	}

	private FhirVersion living(FhirRequest request, String type) {
		String id = request.segment(1);
		FhirVersion version = this.store.newest(host(request), type, id)
			.orElseThrow(() -> FhirProblem.notFound(type, id));
		if (version.deleted()) {
			throw FhirProblem.of(410, "deleted",
					"Resource type '" + type + "' with id '" + id + "' is already deleted.");
		}
		return version;
	}

	private static ObjectNode resource(FhirRequest request, String type) {
		ObjectNode resource = object(request);
		if (!type.equals(Json.text(resource, "resourceType"))) {
			throw FhirProblem.invalid("Resource type in the URL must match resourceType in the resource.");
		}
		return resource;
	}

	private static ObjectNode object(FhirRequest request) {
		try {
			if (Json.read(request.body()) instanceof ObjectNode object) {
				return object;
			}
		}
		catch (JacksonException ex) {
			// The answer is the same as for JSON that is no object.
		}
		throw FhirProblem.of(400, "structure", "The resource could not be parsed as JSON.");
	}

	/**
	 * This role narrows what is seen to one patient or user, and a service that showed
	 * more than the real one would be worse than none.
	 */
	private void refuseSmart(FhirRequest request) {
		if (this.access.fhir(request.caller(), "smart/action", request.service())) {
			throw FhirProblem.notImplemented("access through the role FHIR SMART User");
		}
	}

	private void require(FhirRequest request, String action) {
		if (!this.access.fhir(request.caller(), action, request.service())) {
			throw FhirProblem.forbidden();
		}
	}

	private static String type(FhirRequest request) {
		String type = request.segment(0);
		if (!TYPES.contains(type)) {
			throw FhirProblem.of(404, "not-supported", "The sandbox does not hold resources of type '" + type + "'.");
		}
		return type;
	}

	private static String host(FhirRequest request) {
		return request.service().host();
	}

}
