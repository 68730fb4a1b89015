package health.admit.portal.directory;

import java.net.URI;
import java.util.HashMap;
import java.util.List;

import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import com.microsoft.kiota.serialization.ParseNode;
import health.admit.portal.cloud.Cloud;

/**
 * Sends the requests of a scan. All of them ask to be served after everybody else's.
 */
final class ScanRequests {

	/**
	 * @see <a href= "https://learn.microsoft.com/graph/throttling-limits">throttling
	 * limits</a>
	 */
	static final String PRIORITY = "x-ms-throttle-priority";

	private final GraphServiceClient graph;

	private final Cloud cloud;

	ScanRequests(GraphServiceClient graph, Cloud cloud) {
		this.graph = graph;
		this.cloud = cloud;
	}

	GraphServiceClient graph() {
		return this.graph;
	}

	/**
	 * A GET of a link that Graph gave.
	 */
	static RequestInformation follow(String link) {
		RequestInformation request = new RequestInformation();
		request.httpMethod = HttpMethod.GET;
		request.setUri(URI.create(link));
		return request;
	}

	/**
	 * A request for something the SDK has no method for.
	 * @param path with the version, such as {@code /beta/reports/...}
	 */
	RequestInformation on(HttpMethod method, String path) {
		RequestInformation request = follow(this.cloud.graph() + path);
		request.httpMethod = method;
		return request;
	}

	<T extends Parsable> T send(GraphCall call, RequestInformation request, ParsableFactory<T> answer) {
		prepare(call, request);
		return MalformedAnswer.require(this.graph.getRequestAdapter().send(request, errors(), answer), "body");
	}

	/** The number that a {@code $count} segment answers. */
	long count(GraphCall call, RequestInformation request) {
		prepare(call, request);
		request.headers.add("ConsistencyLevel", "eventual");
		return MalformedAnswer.require(this.graph.getRequestAdapter().sendPrimitive(request, errors(), Integer.class),
				"number");
	}

	private static void prepare(GraphCall call, RequestInformation request) {
		request.addRequestOptions(List.of(call));
		request.headers.tryAdd("Accept", "application/json");
		request.headers.tryAdd(PRIORITY, "low");
	}

	private static HashMap<String, ParsableFactory<? extends Parsable>> errors() {
		HashMap<String, ParsableFactory<? extends Parsable>> errors = new HashMap<>();
		errors.put("XXX", (ParseNode node) -> ODataError.createFromDiscriminatorValue(node));
		return errors;
	}

}
