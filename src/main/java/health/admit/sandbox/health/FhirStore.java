package health.admit.sandbox.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Moments;
import health.admit.sandbox.tenant.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * What FHIR services hold, in memory. Each begins with the same few fictional patients,
 * and begins again when the tenant does.
 */
@Component
class FhirStore {

	private final Store tenant;

	private final Clock clock;

	private final Map<String, Map<String, List<FhirVersion>>> services = new LinkedHashMap<>();

	private @Nullable UUID generation;

	FhirStore(Store tenant, Clock clock) {
		this.tenant = tenant;
		this.clock = clock;
	}

	/** The newest version, which may be the deletion. */
	synchronized Optional<FhirVersion> newest(String service, String type, String id) {
		return history(service, type, id).stream().reduce((first, second) -> second);
	}

	/** Every version, oldest first. */
	synchronized List<FhirVersion> history(String service, String type, String id) {
		return List.copyOf(resources(service).getOrDefault(type + "/" + id, List.of()));
	}

	/** What lives, in order of creation. */
	synchronized List<FhirVersion> all(String service, String type) {
		return resources(service).values()
			.stream()
			.map((versions) -> versions.get(versions.size() - 1))
			.filter((version) -> version.type().equals(type) && !version.deleted())
			.toList();
	}

	synchronized FhirVersion put(String service, String type, String id, ObjectNode resource) {
		return add(resources(service), type, id, resource, this.clock.instant(), false);
	}

	synchronized void delete(String service, String type, String id) {
		newest(service, type, id).filter((version) -> !version.deleted())
			.ifPresent((version) -> add(resources(service), type, id, version.resource().deepCopy(),
					this.clock.instant(), true));
	}

	/** Removes every trace. */
	synchronized void purge(String service, String type, String id) {
		resources(service).remove(type + "/" + id);
	}

	private Map<String, List<FhirVersion>> resources(String service) {
		if (!this.tenant.generation().equals(this.generation)) {
			this.generation = this.tenant.generation();
			this.services.clear();
		}
		return this.services.computeIfAbsent(service, (key) -> {
			Map<String, List<FhirVersion>> seeded = new LinkedHashMap<>();
			Instant at = this.clock.instant().minus(Duration.ofDays(3));
			Json.read(FhirSeed.resources())
				.forEach((resource) -> add(seeded, resource.path("resourceType").asString(),
						resource.path("id").asString(), (ObjectNode) resource, at, false));
			return seeded;
		});
	}

	private static FhirVersion add(Map<String, List<FhirVersion>> resources, String type, String id,
			ObjectNode resource, Instant at, boolean deleted) {
		List<FhirVersion> versions = resources.computeIfAbsent(type + "/" + id, (key) -> new ArrayList<>());
		int number = versions.size() + 1;
		resource.put("id", id);
		resource.withObject("/meta").put("versionId", Integer.toString(number)).put("lastUpdated", Moments.write(at));
		FhirVersion version = new FhirVersion(type, id, number, at, deleted, resource);
		versions.add(version);
		return version;
	}

}
