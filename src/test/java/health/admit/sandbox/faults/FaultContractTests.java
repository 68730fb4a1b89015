package health.admit.sandbox.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.Json;
import health.admit.support.Poll;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FaultContractTests {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static SandboxServer sandbox;

	private static String token;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start("applications=5");
		token = new SandboxTokens(sandbox).of("Priya",
				"Application.ReadWrite.All Directory.Read.All DelegatedPermissionGrant.ReadWrite.All");
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@AfterEach
	void healthyAgain() throws Exception {
		control("DELETE", "/faults", "");
		control("DELETE", "/requests", "");
		control("POST", "/clock", "{}");
	}

	@ParameterizedTest
	@CsvSource({ "throttle,429,TooManyRequests,false", "unavailable,503,serviceNotAvailable,false",
			"gateway-timeout-after,504,UnknownError,true", "internal-error-after,500,InternalServerError,true",
			"not-found-after,404,Directory_ObjectNotFound,true", "concurrency,409,Directory_ConcurrencyViolation,false",
			"denied,403,Authorization_RequestDenied,false" })
	void faultStrikesOnceBeforeOrAfterTheWork(String kind, int status, String code, boolean applied) throws Exception {
		fault("{\"rules\":[{\"kind\":\"" + kind
				+ "\",\"method\":\"POST\",\"path\":\"/applications$\",\"retryAfter\":7}]}");
		String name = "fault " + kind;

		HttpResponse<String> struck = create(name);

		assertThat(struck.statusCode()).isEqualTo(status);
		assertThat(Json.text(Json.read(struck.body()), "error/code")).isEqualTo(code);
		assertThat(struck.headers().firstValue("Retry-After")).contains("7");
		assertThat(named(name)).isEqualTo(applied ? 1 : 0);
		assertThat(create(name).statusCode()).isEqualTo(201);
	}

	@Test
	void aSeedStrikesTheSameRequestsAgain() throws Exception {
		List<Integer> first = struckBy(7);
		assertThat(first).contains(201, 503, 504);
		assertThat(struckBy(7)).isEqualTo(first);
		assertThat(struckBy(8)).isNotEqualTo(first);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"share\":1.1,\"kinds\":[\"drop\"]}", "{\"share\":0.5}",
			"{\"share\":0.5,\"kinds\":[\"thunder\"]}" })
	void chanceThatIsNotUnderstoodIsRefused(String random) throws Exception {
		assertThat(control("POST", "/faults", "{\"random\":" + random + "}").statusCode()).isEqualTo(400);
	}

	private static List<Integer> struckBy(long seed) throws Exception {
		fault("{\"random\":{\"seed\":" + seed
				+ ",\"share\":0.5,\"method\":\"POST\",\"kinds\":[\"unavailable\",\"gateway-timeout-after\"]}}");
		List<Integer> answers = new ArrayList<>();
		for (int request = 0; request < 20; request++) {
			answers.add(create("by chance").statusCode());
		}
		return answers;
	}

	@ParameterizedTest
	@CsvSource({ "drop,0", "drop-after,1", "cut,1" })
	void connectionEndsWithoutAnAnswer(String kind, int applied) throws Exception {
		fault("{\"rules\":[{\"kind\":\"" + kind + "\",\"method\":\"POST\"}]}");
		String name = "gone " + kind;

		assertThatExceptionOfType(IOException.class).isThrownBy(() -> create(name));

		assertThat(named(name)).isEqualTo(applied);
		assertThat(control("GET", "/requests", "").body()).contains("\"status\":0");
	}

	@ParameterizedTest
	@CsvSource({ "drop,0", "drop-after,1", "delay,1" })
	void requestIsHeldBeforeOrAfterTheWorkUntilTheFaultIsTakenBack(String kind, int applied) throws Exception {
		fault("{\"rules\":[{\"kind\":\"" + kind + "\",\"method\":\"POST\",\"delay\":60000}]}");
		String name = "held " + kind;
		CompletableFuture<HttpResponse<String>> answer = HTTP.sendAsync(
				request("POST", sandbox.resolve("/v1.0/applications"), "{\"displayName\":\"" + name + "\"}"),
				HttpResponse.BodyHandlers.ofString());

		Poll.until("the request is held", Duration.ofMinutes(1), () -> describedFaults().contains("\"held\":1"));

		assertThat(named(name)).isEqualTo(applied);
		assertThat(answer).isNotDone();
		control("DELETE", "/faults", "");
		answer.exceptionally((failure) -> null).get(1, TimeUnit.MINUTES);
		assertThat(named(name)).isEqualTo(applied);
	}

	@Test
	void everyFifthRequestIsStruckAsOftenAsWanted() throws Exception {
		fault("{\"rules\":[{\"kind\":\"throttle\",\"path\":\"/organization\",\"every\":5,\"times\":2}]}");
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			statuses.add(graph("GET", "/organization?$select=id", "").statusCode());
		}
		assertThat(statuses).containsExactly(200, 200, 200, 200, 429, 200, 200, 200, 200, 429, 200, 200, 200, 200, 200,
				200);
	}

	@Test
	void linksAreLostWhileFirstPagesAreNot() throws Exception {
		fault("{\"rules\":[{\"kind\":\"expired-page-token\"},{\"kind\":\"resync-required\",\"path\":\"/delta\"}]}");
		JsonNode first = Json.read(graph("GET", "/applications?%24top=1&%24select=id", "").body());
		URI next = URI.create(first.path("@odata.nextLink").asString());
		JsonNode delta = Json.read(graph("GET", "/applications/delta()?$deltatoken=latest&$select=id", "").body());
		URI later = URI.create(delta.path("@odata.deltaLink").asString());

		HttpResponse<String> lost = send("GET", next, "");
		assertThat(lost.statusCode()).isEqualTo(400);
		assertThat(lost.body()).contains("Directory_ExpiredPageToken");
		assertThat(send("GET", next, "").statusCode()).isEqualTo(200);
		HttpResponse<String> again = send("GET", later, "");
		assertThat(again.statusCode()).isEqualTo(410);
		assertThat(again.body()).contains("resyncRequired");
		assertThat(send("GET", later, "").statusCode()).isEqualTo(200);
	}

	@Test
	void aTokenEndsBeforeItsTime() throws Exception {
		fault("{\"rules\":[{\"kind\":\"token-expired\"}]}");
		HttpResponse<String> refused = graph("GET", "/applications?$select=id", "");
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.body()).contains("InvalidAuthenticationToken");
		assertThat(graph("GET", "/applications?$select=id", "").statusCode()).isEqualTo(200);
	}

	@Test
	void claimsChallengeCarriesTheClaimsInBase64() throws Exception {
		fault("{\"rules\":[{\"kind\":\"claims-challenge\"}]}");

		HttpResponse<String> challenged = graph("GET", "/applications?$select=id", "");

		assertThat(challenged.statusCode()).isEqualTo(401);
		assertThat(challenged.headers().firstValue("WWW-Authenticate").orElse(""))
			.contains("error=\"insufficient_claims\"")
			.containsPattern("claims=\"[A-Za-z0-9+/=]{20,}\"");
	}

	@Test
	void writesBecomeVisibleOneCopyAfterTheOther() throws Exception {
		fault("{\"lag\":{\"by_id\":60000,\"child\":60000,\"principal\":60000,\"list\":300000,\"grant\":60000}}");
		JsonNode created = Json.read(create("slow one").body());
		String id = created.path("id").asString();
		String appId = created.path("appId").asString();

		HttpResponse<String> early = graph("GET", "/applications/" + id, "");
		assertThat(early.statusCode()).isEqualTo(404);
		assertThat(early.body()).contains("Request_ResourceNotFound")
			.contains("Resource '" + id + "' does not exist or one of its queried reference-property objects");
		assertThat(graph("POST", "/applications/" + id + "/addPassword", "{}").statusCode()).isEqualTo(404);
		HttpResponse<String> principal = graph("POST", "/servicePrincipals", "{\"appId\":\"" + appId + "\"}");
		assertThat(principal.statusCode()).isEqualTo(400);
		assertThat(principal.body()).contains("does not reference a valid application object");

		control("POST", "/clock", "{\"offset\":\"PT2M\"}");
		assertThat(graph("GET", "/applications/" + id, "").statusCode()).isEqualTo(200);
		assertThat(graph("POST", "/servicePrincipals", "{\"appId\":\"" + appId + "\"}").statusCode()).isEqualTo(201);
		assertThat(named("slow one")).isZero();

		control("POST", "/clock", "{\"offset\":\"PT6M\"}");
		assertThat(named("slow one")).isOne();
	}

	@Test
	void secondWriteToOneApplicationWithinTheWindowIsAViolation() throws Exception {
		String id = Json.read(create("busy").body()).path("id").asString();
		fault("{\"concurrencyWindow\":60000}");

		assertThat(graph("POST", "/applications/" + id + "/addPassword", "{}").statusCode()).isEqualTo(200);
		HttpResponse<String> second = graph("PATCH", "/applications/" + id, "{\"notes\":\"x\"}");

		assertThat(second.statusCode()).isEqualTo(409);
		assertThat(second.body()).contains("Directory_ConcurrencyViolation");
	}

	@Test
	void requestLogKnowsWhoAskedForWhatAndKeepsNoSecret() throws Exception {
		control("POST", "/requests", "{\"bodies\":true}");
		String id = Json.read(create("logged").body()).path("id").asString();
		HttpResponse<String> secret = graph("POST", "/applications/" + id + "/addPassword", "{}");
		graph("GET", "/applications/" + id + "?$select=id", "");

		String log = control("GET", "/requests", "").body();

		assertThat(log).contains("addPassword")
			.contains("\"select\":true")
			.contains(new SandboxTokens(sandbox).person("Priya").objectId().toString())
			.doesNotContain(Json.text(Json.read(secret.body()), "secretText"))
			.contains("[redacted]");
		control("POST", "/requests", "{\"bodies\":false}");
	}

	@Test
	void webPagesCannotReachTheControls() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(sandbox.resolve("/_sandbox/faults"))
			.header("Origin", "https://elsewhere.example")
			.build();

		assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
	}

	private static void fault(String body) throws Exception {
		assertThat(control("POST", "/faults", body).statusCode()).isEqualTo(200);
	}

	private static HttpResponse<String> create(String name) throws Exception {
		return graph("POST", "/applications", "{\"displayName\":\"" + name + "\"}");
	}

	private static int named(String name) throws Exception {
		String filter = "?$filter=displayName%20eq%20%27" + name.replace(" ", "%20") + "%27&$select=id";
		return Json.read(graph("GET", "/applications" + filter, "").body()).path("value").size();
	}

	private static HttpResponse<String> graph(String method, String path, String body) throws Exception {
		return send(method, sandbox.resolve("/v1.0" + path), body);
	}

	private static HttpResponse<String> control(String method, String path, String body) throws Exception {
		return send(method, sandbox.resolve("/_sandbox" + path), body);
	}

	private static String describedFaults() {
		try {
			return control("GET", "/faults", "").body();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpResponse<String> send(String method, URI address, String body) throws Exception {
		return HTTP.send(request(method, address, body), HttpResponse.BodyHandlers.ofString());
	}

	private static HttpRequest request(String method, URI address, String body) {
		return HttpRequest.newBuilder(address)
			.header("Content-Type", "application/json")
			.header("Authorization", "Bearer " + token)
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
	}

}
