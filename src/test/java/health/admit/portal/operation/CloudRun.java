package health.admit.portal.operation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.registration.SamplePlans;
import health.admit.portal.signin.Delegation;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.support.SandboxControls;
import health.admit.support.TestDatabase;

/**
 * One registration by seed, while the cloud lags, refuses and loses answers and the
 * portal dies. Says which promises were broken.
 */
final class CloudRun {

	private static final int STOPS = 40;

	private static final List<String> FAULTS = List.of("throttle", "unavailable", "internal_error", "unavailable_after",
			"gateway_timeout_after", "internal_error_after", "not_found_after", "concurrency", "denied",
			"token_expired", "drop", "drop_after", "cut");

	/** What a registration makes, one of each. */
	private static final List<Kind> MADE = List.of(Kind.APPLICATION, Kind.SERVICE_PRINCIPAL, Kind.GRANT,
			Kind.ROLE_ASSIGNMENT, Kind.AZURE_ROLE_ASSIGNMENT);

	private final CloudWorld cloud;

	private final World world;

	private final Random random;

	private final List<String> broken = new ArrayList<>();

	private int stops;

	private int deaths;

	CloudRun(CloudWorld cloud, TestDatabase database, long seed, UnaryOperator<StepHandler> variant) {
		this.cloud = cloud;
		this.random = new Random(seed);
		VirtualTime time = cloud.begin();
		this.world = new World(database, time, new Delegation(UUID.randomUUID(), cloud.tenant(), cloud.operator()))
			.with(cloud.handlers(time).stream().map(variant).toList());
	}

	/**
	 * Runs it.
	 * @param share of the calls that something happens to
	 * @param where pattern of the paths that the calls go to
	 * @param lag the longest that a copy takes to show a write
	 */
	List<String> violations(long seed, double share, String where, Duration lag) {
		Map<Kind, Map<UUID, Integer>> before = tenant();
		this.cloud.controls.fault("""
				{"lag":{"all":%d},"replicas":3,"random":{"seed":%d,"share":%s,"path":"%s",
				"retryAfter":2,"kinds":["%s"]}}""".formatted(lag.toMillis(), seed, share, where,
				String.join("\",\"", FAULTS)));
		OperationId id = this.world.start(SamplePlans.server(this.cloud.given(), "Ward reader " + this.cloud.run(),
				LocalDate.ofInstant(this.world.time.instant(), ZoneOffset.UTC)));
		drive(id);
		this.cloud.controls.clearFaults();
		this.world.time.pause(lag.plusSeconds(1));
		this.cloud.catchUp(this.world.time);
		check(this.world.state(id), before);
		return this.broken;
	}

	int stops() {
		return this.stops;
	}

	int deaths() {
		return this.deaths;
	}

	/** Somebody comes and goes on with it whenever it waits for that. */
	private void drive(OperationId id) {
		for (int turn = 0; turn < 2000 && this.stops < STOPS; turn++) {
			Phase phase = this.world.state(id).phase();
			if (phase == Phase.FINISHED) {
				return;
			}
			if (phase != Phase.RUNNING) {
				this.stops++;
				this.world.transactions.dieAt(-1, false);
				this.world.time.pause(Duration.ofSeconds(30));
				this.world.resume(id, this.world.ada);
			}
			boolean dies = this.random.nextInt(3) == 0;
			this.deaths += dies ? 1 : 0;
			this.world.transactions.dieAt(dies ? 1 + this.random.nextInt(25) : -1, this.random.nextBoolean());
			this.world.runOneNode(id);
		}
	}

	private void check(OperationState end, Map<Kind, Map<UUID, Integer>> before) {
		promise(end.phase() == Phase.FINISHED, "ended " + end.phase() + " " + end.steps());
		if (end.phase() != Phase.FINISHED) {
			return;
		}
		Map<Kind, Map<UUID, Integer>> after = tenant();
		for (Kind kind : Kind.values()) {
			Set<UUID> made = new TreeSet<>(after.get(kind).keySet());
			made.removeAll(before.get(kind).keySet());
			promise(made.size() == (MADE.contains(kind) && !leftToOthers(kind, end) ? 1 : 0),
					kind + " made " + made.size());
			before.get(kind)
				.forEach((key, document) -> promise(document.equals(after.get(kind).get(key)),
						kind + " changed " + key));
		}
		Item application = this.cloud.store
			.find(Kind.APPLICATION, UUID.fromString(end.facts().get("applicationObjectId")), Copy.MASTER)
			.orElseThrow();
		List<String> secrets = Json.objects(application.json(), "passwordCredentials")
			.stream()
			.map((secret) -> Json.text(secret, "keyId"))
			.toList();
		promise(secrets.equals(List.of(end.facts().get("secretKeyId"))), "secrets are " + secrets.size());
		promise(this.cloud.opens(end.facts().get("appId"), this.world.kept.get(end.id())), "the kept secret is lost");
		Set<String> announced = this.world.rows.events(end.id())
			.stream()
			.map((event) -> String.valueOf(event.clientRequestId()))
			.collect(Collectors.toSet());
		this.cloud.controls.exchanges()
			.stream()
			.filter((call) -> !call.read() && !call.path().contains("/oauth2/"))
			.map(SandboxControls.Exchange::clientRequestId)
			.filter((call) -> !announced.contains(call))
			.forEach((call) -> promise(false, "write without intent"));
		long writes = this.cloud.store.lastChange();
		this.world.transactions.dieAt(-1, false);
		this.world.runOneNode(end.id());
		promise(this.cloud.store.lastChange() == writes, "wrote after the end");
	}

	/** An Azure role that is refused is given by somebody else. */
	private static boolean leftToOthers(Kind kind, OperationState end) {
		return kind == Kind.AZURE_ROLE_ASSIGNMENT
				&& end.facts().values().stream().anyMatch((fact) -> fact.startsWith("refused"));
	}

	private void promise(boolean kept, String otherwise) {
		if (!kept) {
			this.broken.add(otherwise);
		}
	}

	private Map<Kind, Map<UUID, Integer>> tenant() {
		Map<Kind, Map<UUID, Integer>> all = new EnumMap<>(Kind.class);
		for (Kind kind : Kind.values()) {
			Map<UUID, Integer> documents = new HashMap<>();
			this.cloud.store.all(kind, Copy.MASTER)
				.forEach((item) -> documents.put(item.id(), Arrays.hashCode(item.document())));
			all.put(kind, documents);
		}
		return all;
	}

}
