package health.admit.portal.directory;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.http.middleware.RedirectHandler;
import com.microsoft.kiota.http.middleware.RetryHandler;
import health.admit.portal.cloud.Cloud;
import io.micrometer.core.instrument.MeterRegistry;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * The SDK, set up so that one call is one request on the wire. All clients share one
 * connection pool and hold nothing of any operator; the token comes with each call.
 *
 * @param reads for reads, with their deadline
 * @param writes for writes, with theirs
 * @param scans for pages of a thousand objects, which take their time
 */
record GraphClients(GraphServiceClient reads, GraphServiceClient writes, GraphServiceClient scans) {

	/**
	 * Shorter than servers keep an idle connection, so that a write does not meet one
	 * that is just being closed and end with an unknown outcome.
	 */
	private static final Duration IDLE_CONNECTION = Duration.ofSeconds(10);

	private static final int SCANS_LONGER = 4;

	static GraphClients of(Cloud cloud, DirectoryProperties properties, MeterRegistry meters) {
		OkHttpClient http = http(cloud, properties, meters);
		return new GraphClients(client(cloud,
				http.newBuilder().readTimeout(properties.readTimeout()).callTimeout(properties.readDeadline()).build()),
				client(cloud,
						http.newBuilder()
							.readTimeout(properties.writeDeadline())
							.callTimeout(properties.writeDeadline())
							.build()),
				client(cloud,
						http.newBuilder()
							.readTimeout(properties.readTimeout().multipliedBy(SCANS_LONGER))
							.callTimeout(properties.readDeadline().multipliedBy(SCANS_LONGER))
							.build()));
	}

	/**
	 * The SDK's own retry sends POSTs again on 429, 503 and 504, its own redirects follow
	 * with the body, and OkHttp repeats a POST when a connection breaks: each would make
	 * a second secret. All three are off; repeating is the business of whoever knows
	 * which call may be repeated.
	 */
	private static OkHttpClient http(Cloud cloud, DirectoryProperties properties, MeterRegistry meters) {
		OkHttpClient.Builder builder = GraphClientFactory.create();
		builder.interceptors()
			.removeIf((handler) -> handler instanceof RetryHandler || handler instanceof RedirectHandler);
		SentListener sent = new SentListener();
		return builder.retryOnConnectionFailure(false)
			.followRedirects(false)
			.followSslRedirects(false)
			.connectTimeout(properties.connectTimeout())
			.connectionPool(new ConnectionPool(20, IDLE_CONNECTION.toSeconds(), TimeUnit.SECONDS))
			.eventListener(sent)
			.addInterceptor(new CallGate(cloud, meters))
			.build();
	}

	private static GraphServiceClient client(Cloud cloud, OkHttpClient http) {
		return new GraphServiceClient(new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(),
				cloud.graph().resolve("/v1.0").toString(), http));
	}

}
