package health.admit.portal.operation;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import health.admit.portal.cloud.HealthApi;
import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.registration.SamplePlans;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;
import health.admit.portal.strays.Strays;
import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.AdjustableClock;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Organisation;
import health.admit.sandbox.tenant.Store;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.TestDatabase;
import health.admit.support.TokenRequests;
import tools.jackson.databind.JsonNode;

/**
 * A sandbox cloud and the portal's own step handlers that write to it over the wire, in
 * the time of whoever runs operations there.
 */
final class CloudWorld implements AutoCloseable {

	private static final String WHO = "Amara";

	/** A tenant that grows for ever takes ever longer to compare. */
	private static final int RUNS_OF_A_TENANT = 50;

	final SandboxServer sandbox;

	final SandboxControls controls;

	final Store store;

	private final SandboxTokens tokens;

	private final AdjustableClock clock;

	private final HttpClient http = HttpClient.newHttpClient();

	private final Always always;

	private final PortalServer portal;

	private VirtualTime time = new VirtualTime(Instant.now().truncatedTo(ChronoUnit.SECONDS));

	private int runs;

	CloudWorld(UnaryOperator<String> address) {
		this.sandbox = SandboxServer.start("applications=3", "dicom=false");
		this.controls = new SandboxControls(this.sandbox);
		this.store = this.sandbox.bean(Store.class);
		this.tokens = new SandboxTokens(this.sandbox);
		this.clock = this.sandbox.bean(AdjustableClock.class);
		this.always = new Always();
		this.portal = PortalServer.startWith(DelegatedTokens.class, this.always, address.apply(this.sandbox.baseUrl()),
				"admit.directory.read-tries=1", "admit.azure.read-tries=1");
		this.portal.bean(Runner.class).stop();
	}

	/** Time goes on from the last run, so that what was written then has long arrived. */
	VirtualTime begin() {
		if (this.runs++ % RUNS_OF_A_TENANT == 0) {
			this.controls.reset();
		}
		this.controls.clearRequests();
		Instant last = this.time.instant();
		this.time = new VirtualTime(last.plus(Duration.ofHours(2)));
		catchUp(this.time);
		return this.time;
	}

	/** Number of the current run. */
	int run() {
		return this.runs;
	}

	/** The handlers of the product, each of them acting at the world's time. */
	List<StepHandler> handlers(VirtualTime time) {
		return this.portal.beans(StepHandler.class)
			.stream()
			.<StepHandler>map((handler) -> new InTime(handler, () -> catchUp(time)))
			.toList();
	}

	/** How the product undoes each step. */
	List<StepUndo> undos() {
		return this.portal.beans(StepUndo.class);
	}

	/** The portal's own database. */
	TestDatabase database() {
		return new TestDatabase("", "", "", this.portal.bean(DataSource.class));
	}

	/** A tenant in which no run was before. */
	void startOver() {
		this.runs = 0;
	}

	/** How many stray secrets the portal shows once it has read the whole tenant. */
	int strays() {
		Refreshing refreshing = this.portal.bean(Refreshing.class);
		Inventory inventory = this.portal.bean(Inventory.class);
		refreshing.everything(new Delegation(UUID.randomUUID(), tenant(), operator()));
		Poll.until("the tenant is read", Duration.ofMinutes(1),
				() -> inventory.freshness(tenant()).completeness() == Completeness.COMPLETE);
		return this.portal.bean(Strays.class).count(tenant());
	}

	/** Lets time go by here and there. */
	void pass(Duration duration) {
		this.time.pause(duration);
		catchUp(this.time);
	}

	/** Brings the sandbox to the world's time. */
	void catchUp(VirtualTime time) {
		this.clock.offset(Duration.between(Instant.now(), time.instant()));
	}

	UUID operator() {
		return this.tokens.person(WHO).objectId();
	}

	UUID tenant() {
		return Organisation.CONTOSO_HEALTH.tenantId();
	}

	SamplePlans.Given given() {
		Item graph = principal(UUID.fromString("00000003-0000-0000-c000-000000000000"));
		JsonNode role = graph.json().path("appRoles").valueStream().findFirst().orElseThrow();
		String service = this.store.all(Kind.AZURE_RESOURCE, Copy.MASTER)
			.stream()
			.map((item) -> String.valueOf(Json.text(item.json(), "id")))
			.filter((id) -> id.endsWith("/fhirservices/clinical"))
			.findFirst()
			.orElseThrow();
		return new SamplePlans.Given(operator(), principal(HealthApi.FHIR.appId()).id(), graph.id(),
				UUID.fromString(role.path("id").asString()), role.path("value").asString(), service);
	}

	/** Whether a client gets a token with this secret. */
	boolean opens(String appId, String secret) {
		return secret != null && new TokenRequests(this.sandbox.resolve("/"), tenant().toString())
			.withSecret(appId, secret, "https://graph.microsoft.com/.default")
			.containsKey("access_token");
	}

	/** A call to Graph without the portal's gateway. */
	HttpResponse<String> graph(String method, String path, String body, StepCall call)
			throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(this.sandbox.resolve("/v1.0" + path))
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.header("Content-Type", "application/json")
			.header("client-request-id", call.clientRequestId().toString())
			.header("Authorization", "Bearer " + this.always.graph)
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private Item principal(UUID appId) {
		return this.store.liveByAppId(Kind.SERVICE_PRINCIPAL, appId, Copy.MASTER).orElseThrow();
	}

	@Override
	public void close() {
		this.portal.close();
		this.sandbox.close();
	}

	/**
	 * Two tokens of somebody who may do everything: to sign one takes longer than a call.
	 */
	private final class Always implements DelegatedTokens {

		private final String graph = token("https://graph.microsoft.com");

		private final String azure = token("https://management.azure.com");

		@Override
		public String graph(Delegation delegation, Set<DelegatedScope> scopes) {
			return this.graph;
		}

		@Override
		public String resourceManager(Delegation delegation) {
			return this.azure;
		}

		@Override
		public void forget(Delegation delegation) {
			// The sandbox only plays that it refuses a token; a new one would be no
			// better.
		}

		private String token(String audience) {
			return CloudWorld.this.tokens.lasting(audience, WHO,
					Arrays.stream(DelegatedScope.values()).map(DelegatedScope::value).collect(Collectors.joining(" ")));
		}

	}

	private record InTime(StepHandler real, Runnable first) implements StepHandler {

		@Override
		public String kind() {
			return this.real.kind();
		}

		@Override
		public Repetition repetition() {
			return this.real.repetition();
		}

		@Override
		public StepOutcome apply(StepCall call) {
			this.first.run();
			return this.real.apply(call);
		}

		@Override
		public StepOutcome reconcile(StepCall call) {
			this.first.run();
			return this.real.reconcile(call);
		}

		@Override
		public boolean settle(StepCall call) {
			this.first.run();
			return this.real.settle(call);
		}

	}

}
