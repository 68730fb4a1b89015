package health.admit.portal.directory;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the owners of many objects in one exchange.
 */
final class OwnerReads {

	/** What Graph takes in one batch. */
	private static final int MOST = 20;

	private static final int MOST_OWNERS = 100;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ScanRequests requests;

	private final Reads reads;

	private final Clock clock;

	OwnerReads(ScanRequests requests, Reads reads, Clock clock) {
		this.requests = requests;
		this.reads = reads;
		this.clock = clock;
	}

	/**
	 * Without the wider scope Graph still tells who the owners are, but not their names.
	 * @param set {@code applications} or {@code servicePrincipals}
	 */
	Map<UUID, List<DirectoryPerson>> of(String set, Collection<UUID> objectIds) {
		if (objectIds.size() > MOST) {
			throw new IllegalArgumentException("At most " + MOST + " at once");
		}
		if (objectIds.isEmpty()) {
			return Map.of();
		}
		try {
			return of(set, objectIds, Set.of(DelegatedScope.DIRECTORY_READ));
		}
		catch (StepUpRequired ex) {
			if (ex.claims() != null) {
				throw ex;
			}
			return of(set, objectIds, Set.of(DelegatedScope.APPLICATION_READ));
		}
	}

	private Map<UUID, List<DirectoryPerson>> of(String set, Collection<UUID> objectIds, Set<DelegatedScope> scopes) {
		return this.reads.get("scan.owners", scopes,
				(call) -> this.requests.send(call, batch(set, objectIds), OwnerBatch::read)
					.owners(this.clock.instant()));
	}

	private RequestInformation batch(String set, Collection<UUID> objectIds) {
		List<Map<String, Object>> steps = objectIds.stream()
			.distinct()
			.map((id) -> Map.<String, Object>of("id", id.toString(), "method", "GET", "url",
					"/" + set + "/" + id + "/owners?$top=" + MOST_OWNERS + "&$select="
							+ String.join(",", PrincipalMapper.OWNER),
					"headers", Map.of(ScanRequests.PRIORITY, "low")))
			.toList();
		RequestInformation request = this.requests.on(HttpMethod.POST, "/v1.0/$batch");
		request.setStreamContent(new ByteArrayInputStream(JSON.writeValueAsBytes(Map.of("requests", steps))),
				"application/json");
		return request;
	}

}
