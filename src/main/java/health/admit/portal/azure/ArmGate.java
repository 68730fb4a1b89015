package health.admit.portal.azure;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

import health.admit.portal.cloud.Cloud;

/**
 * The last stop before the wire: nothing leaves but to Azure Resource Manager of the
 * configured cloud, and of an answer no more is read than a page of a list can hold.
 */
final class ArmGate implements ClientHttpRequestInterceptor {

	/** Timer of every exchange, tagged with method and status. */
	static final String METRIC = "admit.azure.calls";

	static final int MOST_BYTES = 8 * 1024 * 1024;

	private final Cloud cloud;

	private final MeterRegistry meters;

	ArmGate(Cloud cloud, MeterRegistry meters) {
		this.cloud = cloud;
		this.meters = meters;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		if (!this.cloud.isResourceManager(request.getURI())) {
			throw new ForeignAddress(request.getURI().getHost());
		}
		long start = System.nanoTime();
		String status = "none";
		try {
			ClientHttpResponse response = execution.execute(request, body);
			status = String.valueOf(response.getStatusCode().value());
			return new Limited(response);
		}
		finally {
			Timer.builder(METRIC)
				.description("Exchanges with Azure Resource Manager")
				.tag("method", request.getMethod().name())
				.tag("status", status)
				.register(this.meters)
				.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
		}
	}

	/**
	 * An answer whose body ends with an error where it is too long.
	 */
	private record Limited(ClientHttpResponse response) implements ClientHttpResponse {

		@Override
		public HttpStatusCode getStatusCode() throws IOException {
			return this.response.getStatusCode();
		}

		@Override
		public String getStatusText() throws IOException {
			return this.response.getStatusText();
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.response.getHeaders();
		}

		@Override
		public InputStream getBody() throws IOException {
			return new LimitedBody(this.response.getBody(), MOST_BYTES);
		}

		@Override
		public void close() {
			this.response.close();
		}

	}

}
