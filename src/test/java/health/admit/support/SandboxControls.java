package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The controls of a running sandbox, as anybody may use them over HTTP.
 */
public final class SandboxControls {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final URI sandbox;

	public SandboxControls(SandboxServer sandbox) {
		this(URI.create(sandbox.baseUrl()));
	}

	public SandboxControls(URI sandbox) {
		this.sandbox = sandbox;
	}

	/**
	 * Switches faults on, such as
	 * {@code {"rules":[{"kind":"DELAY","method":"POST","delay":30000}]}}.
	 */
	public void fault(String rule) {
		send(request("/_sandbox/faults").POST(HttpRequest.BodyPublishers.ofString(rule)));
	}

	/** Whether each rule holds a request right now. */
	public boolean everyRuleHoldsOne() {
		return JSON.readTree(send(request("/_sandbox/faults").GET()))
			.path("rules")
			.valueStream()
			.allMatch((rule) -> rule.path("held").asInt() > 0);
	}

	/** The tenant as it was at the start. */
	public void reset() {
		send(request("/_sandbox/reset").POST(HttpRequest.BodyPublishers.ofString("{}")));
	}

	/** Lets go of what is held, and strikes nothing more. */
	public void clearFaults() {
		send(request("/_sandbox/faults").DELETE());
	}

	/** Empties the request log; from now on it keeps bodies, without the secrets. */
	public void keepBodies() {
		send(request("/_sandbox/requests").DELETE());
		send(request("/_sandbox/requests").POST(HttpRequest.BodyPublishers.ofString("{\"bodies\":true}")));
	}

	public void clearRequests() {
		send(request("/_sandbox/requests").DELETE());
	}

	/** The requests since the log was emptied, oldest first. */
	public List<Exchange> exchanges() {
		return JSON.readTree(send(request("/_sandbox/requests").GET())).valueStream().map(Exchange::of).toList();
	}

	/** The requests to Graph alone. */
	public List<Exchange> graphExchanges() {
		return exchanges().stream().filter((exchange) -> exchange.path().startsWith("/v1.0/")).toList();
	}

	/** The requests to Graph that change something. */
	public List<Exchange> graphWrites() {
		return graphExchanges().stream().filter((exchange) -> !exchange.read()).toList();
	}

	/**
	 * How many requests a minute may select certificates of applications; 0 for any
	 * number.
	 */
	public void keyCredentialRequests(int perMinute) {
		send(request("/_sandbox/limits")
			.POST(HttpRequest.BodyPublishers.ofString("{\"keyCredentialRequests\":" + perMinute + "}")));
	}

	/** Whether the tenant has the licence that reports on sign-ins need. */
	public void premium(boolean held) {
		send(request("/_sandbox/licence").POST(HttpRequest.BodyPublishers.ofString("{\"premium\":" + held + "}")));
	}

	/**
	 * Moves the time of the sandbox.
	 * @param offset from the real time, such as {@code PT1M}
	 */
	public void clock(String offset) {
		send(request("/_sandbox/clock").POST(HttpRequest.BodyPublishers.ofString("{\"offset\":\"" + offset + "\"}")));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.sandbox.resolve(path)).header("Content-Type", "application/json");
	}

	private static String send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() >= 300) {
				throw new IllegalStateException(response.statusCode() + " " + response.body());
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * One request and its answer, from the sandbox's log.
	 *
	 * @param query as sent, empty without one
	 * @param status 0 when the answer was held back
	 * @param clientRequestId the id the caller gave it, empty without one
	 */
	public record Exchange(String method, String path, String query, int status, boolean select, String requestBody,
			String responseBody, String clientRequestId) {

		private static Exchange of(JsonNode entry) {
			return new Exchange(entry.path("method").asString(), entry.path("path").asString(),
					entry.path("query").asString(""), entry.path("status").asInt(), entry.path("select").asBoolean(),
					entry.path("requestBody").asString(""), entry.path("responseBody").asString(""),
					entry.path("clientRequestId").asString(""));
		}

		public boolean read() {
			return this.method.equals("GET");
		}

		public URI address() {
			return URI.create("http://graph" + this.path + (this.query.isEmpty() ? "" : "?" + this.query));
		}

		@Override
		public String toString() {
			return this.method + " " + address().getRawSchemeSpecificPart().substring("//graph".length()) + " "
					+ this.status;
		}

	}

}
