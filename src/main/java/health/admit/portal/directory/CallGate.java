package health.admit.portal.directory;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import health.admit.portal.cloud.Cloud;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The last stop before the wire. Only here does a request get its token, and only when it
 * really goes to Graph; here every call gets its own client-request-id (the SDK would use
 * one for all), is counted, and its answer's ids are written down.
 */
final class CallGate implements Interceptor {

	/**
	 * Timer of every exchange, tagged with the call, its kind and the status.
	 */
	static final String METRIC = "admit.directory.calls";

	private final Cloud cloud;

	private final MeterRegistry meters;

	CallGate(Cloud cloud, MeterRegistry meters) {
		this.cloud = cloud;
		this.meters = meters;
	}

	@Override
	public Response intercept(Chain chain) throws IOException {
		Request request = chain.request();
		GraphCall call = request.tag(GraphCall.class);
		if (call == null || !this.cloud.isGraph(request.url().uri())) {
			throw new ForeignAddress(request.url().host());
		}
		long start = System.nanoTime();
		String status = "none";
		try {
			Response response = chain.proceed(request.newBuilder()
				.header("Authorization", "Bearer " + call.token())
				.header("client-request-id", call.clientRequestId().toString())
				.build());
			status = String.valueOf(response.code());
			return noted(call, response);
		}
		finally {
			count(call, status, System.nanoTime() - start);
		}
	}

	/**
	 * Takes the challenge off the answer: the SDK would otherwise send the request a
	 * second time by itself.
	 */
	private static Response noted(GraphCall call, Response response) {
		call.answered(AnswerHead.of(response));
		return response.newBuilder().removeHeader(AnswerHead.CHALLENGE).build();
	}

	private void count(GraphCall call, String status, long nanos) {
		Timer.builder(METRIC)
			.description("Exchanges with Microsoft Graph")
			.tag("call", call.name())
			.tag("kind", call.isWrite() ? "write" : "read")
			.tag("status", status)
			.register(this.meters)
			.record(nanos, TimeUnit.NANOSECONDS);
	}

}
