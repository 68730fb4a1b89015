package health.admit.sandbox.faults;

import java.time.DateTimeException;
import java.time.Duration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.sandbox.arm.ArmPages;
import health.admit.sandbox.graph.KeyCredentialLimit;
import health.admit.sandbox.graph.Licence;
import health.admit.sandbox.graph.PolicyBook;
import health.admit.sandbox.seed.Seed;
import health.admit.sandbox.seed.SeedProperties;
import health.admit.sandbox.tenant.AdjustableClock;
import health.admit.sandbox.tenant.AzureResources;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.People;
import health.admit.sandbox.tenant.SavedState;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The controls of the sandbox: faults, request log, seed, policies, clock. All of it
 * speaks JSON, and every change has to say so.
 */
@RestController
@RequestMapping(path = "/_sandbox", produces = MediaType.APPLICATION_JSON_VALUE)
class ControlController {

	private final Faults faults;

	private final RequestLog log;

	private final Seed seed;

	private final SeedProperties properties;

	private final SavedState state;

	private final PolicyBook policies;

	private final People people;

	private final AdjustableClock clock;

	private final KeyCredentialLimit limit;

	private final Licence licence;

	private final ArmPages armPages;

	private final AzureResources azure;

	ControlController(Faults faults, RequestLog log, Seed seed, SeedProperties properties, SavedState state,
			PolicyBook policies, People people, AdjustableClock clock, KeyCredentialLimit limit, Licence licence,
			ArmPages armPages, AzureResources azure) {
		this.faults = faults;
		this.log = log;
		this.seed = seed;
		this.properties = properties;
		this.state = state;
		this.policies = policies;
		this.people = people;
		this.clock = clock;
		this.limit = limit;
		this.licence = licence;
		this.armPages = armPages;
		this.azure = azure;
	}

	@GetMapping("/faults")
	String faults() {
		return this.faults.describe().toString();
	}

	@PostMapping(path = "/faults", consumes = MediaType.APPLICATION_JSON_VALUE)
	String addFaults(@RequestBody String body) {
		this.faults.add(object(body));
		return faults();
	}

	@DeleteMapping("/faults")
	String clearFaults() {
		this.faults.clear();
		return faults();
	}

	@GetMapping("/requests")
	String requests(@RequestParam(defaultValue = "0") long after) {
		return this.log.after(after).toString();
	}

	@DeleteMapping("/requests")
	ResponseEntity<Void> clearRequests() {
		this.log.clear();
		return ResponseEntity.noContent().build();
	}

	/**
	 * {@code {"bodies": true}} makes the log keep bodies, without the secrets in them.
	 */
	@PostMapping(path = "/requests", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> logBodies(@RequestBody String body) {
		this.log.withBodies(object(body).path("bodies").asBoolean(false));
		return ResponseEntity.noContent().build();
	}

	/** Back to the tenant as it was at the start, without faults and log. */
	@PostMapping(path = "/reset", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> reset() {
		this.faults.clear();
		this.log.clear();
		this.clock.offset(Duration.ZERO);
		this.limit.reset();
		this.licence.premium(true);
		this.armPages.reset();
		plant(this.properties);
		return ResponseEntity.noContent().build();
	}

	/**
	 * {@code {"keyCredentialRequests": 0}} lifts the limit on requests a minute that
	 * select certificates of applications; {@code {"armPageSize": 2}} makes lists of
	 * Resource Manager come in pages of two.
	 */
	@PostMapping(path = "/limits", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> limits(@RequestBody String body) {
		ObjectNode wanted = object(body);
		if (wanted.has("armPageSize")) {
			this.armPages.set(wanted.path("armPageSize").asInt());
		}
		if (wanted.has("keyCredentialRequests") || !wanted.has("armPageSize")) {
			this.limit.set(wanted.path("keyCredentialRequests").asInt());
		}
		return ResponseEntity.noContent().build();
	}

	/**
	 * {@code {"premium": false}} takes away the licence that reports on sign-ins need.
	 */
	@PostMapping(path = "/licence", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> licence(@RequestBody String body) {
		this.licence.premium(object(body).path("premium").asBoolean());
		return ResponseEntity.noContent().build();
	}

	/**
	 * {@code {"applications": 1000, "credentials": 2500, "dicom": false}} plants another
	 * tenant.
	 */
	@PostMapping(path = "/seed", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> seed(@RequestBody String body) {
		ObjectNode wanted = object(body);
		SeedProperties asked = new SeedProperties(wanted.path("applications").asInt(this.properties.applications()),
				wanted.path("dicom").asBoolean(this.properties.dicom()), "",
				wanted.path("credentials").asInt(this.properties.credentials()));
		plant(asked);
		return ResponseEntity.noContent().build();
	}

	/** Changes a policy of the tenant, whoever may do so. */
	@PostMapping(path = "/policies/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> policy(@PathVariable String name, @RequestBody String body) {
		this.policies.change(name, object(body));
		return ResponseEntity.noContent().build();
	}

	/**
	 * Adds a resource to Azure, or replaces members of one: {@code {"id":
	 * "/subscriptions/...", "properties": {...}}}.
	 */
	@PostMapping(path = "/azure", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> azure(@RequestBody String body) {
		this.azure.put(object(body));
		return ResponseEntity.noContent().build();
	}

	/** {@code {"offset": "P30D"}} moves the time of the sandbox. */
	@PostMapping(path = "/clock", consumes = MediaType.APPLICATION_JSON_VALUE)
	Map<String, String> clock(@RequestBody String body) {
		@Nullable String offset = Json.text(object(body), "offset");
		this.clock.offset((offset != null) ? Duration.parse(offset) : Duration.ZERO);
		return Map.of("now", this.clock.instant().toString());
	}

	/**
	 * {@code {"roles": ["<role template id>"]}} replaces the directory roles of a person.
	 */
	@PostMapping(path = "/people/{id}/roles", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> roles(@PathVariable UUID id, @RequestBody String body) {
		List<UUID> roles = Json.texts(object(body), "roles").stream().map(UUID::fromString).toList();
		this.people.roles(id, roles);
		return ResponseEntity.noContent().build();
	}

	@ExceptionHandler({ IllegalArgumentException.class, DateTimeException.class, JacksonException.class })
	ResponseEntity<Map<String, String>> notUnderstood(Exception ex) {
		return ResponseEntity.badRequest().body(Map.of("error", String.valueOf(ex.getMessage())));
	}

	private void plant(SeedProperties wanted) {
		this.state.detach();
		this.seed.plant(wanted.applications(), wanted.dicom(), wanted.credentials());
		if (!this.properties.state().isEmpty()) {
			this.state.startOver(Path.of(this.properties.state()));
		}
	}

	private static ObjectNode object(String body) {
		if (Json.read(body) instanceof ObjectNode object) {
			return object;
		}
		throw new IllegalArgumentException("A JSON object is expected.");
	}

}
