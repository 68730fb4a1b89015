package health.admit.portal.directory;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import health.admit.portal.signin.DelegatedScope;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the same of many objects in one exchange.
 */
final class BatchReads {

	/** What Graph takes in one batch. */
	private static final int MOST = 20;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ScanRequests requests;

	private final Reads reads;

	private final Clock clock;

	BatchReads(ScanRequests requests, Reads reads, Clock clock) {
		this.requests = requests;
		this.reads = reads;
		this.clock = clock;
	}

	/**
	 * Reads what a GET for each object tells.
	 * @param name what the call does, as a metric names it
	 * @param url what to ask of an object, without the version
	 * @return by object; objects that are gone are missing
	 */
	<B extends Parsable, T> Map<UUID, T> of(String name, Set<DelegatedScope> scopes, Collection<UUID> objectIds,
			Function<UUID, String> url, ParsableFactory<B> shape, Function<B, T> mapping) {
		if (objectIds.size() > MOST) {
			throw new IllegalArgumentException("At most " + MOST + " at once");
		}
		if (objectIds.isEmpty()) {
			return Map.of();
		}
		return this.reads.get(name, scopes,
				(call) -> this.requests.send(call, batch(objectIds, url), BatchAnswers.of(shape))
					.byObject(this.clock.instant(), mapping));
	}

	private RequestInformation batch(Collection<UUID> objectIds, Function<UUID, String> url) {
		List<Map<String, Object>> steps = objectIds.stream()
			.distinct()
			.map((id) -> Map.<String, Object>of("id", id.toString(), "method", "GET", "url", url.apply(id), "headers",
					Map.of(ScanRequests.PRIORITY, "low")))
			.toList();
		RequestInformation request = this.requests.on(HttpMethod.POST, "/v1.0/$batch");
		request.setStreamContent(new ByteArrayInputStream(JSON.writeValueAsBytes(Map.of("requests", steps))),
				"application/json");
		return request;
	}

}
