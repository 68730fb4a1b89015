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
import java.util.Optional;
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

	private final long seed;

	private final Random random;

	private final List<String> broken = new ArrayList<>();

	private int stops;

	private int deaths;

	private int leftovers;

	CloudRun(CloudWorld cloud, TestDatabase database, long seed, UnaryOperator<StepHandler> variant) {
		this.cloud = cloud;
		this.seed = seed;
		this.random = new Random(seed);
		VirtualTime time = cloud.begin();
		this.world = new World(database, time, new Delegation(UUID.randomUUID(), cloud.tenant(), cloud.operator()))
			.with(cloud.handlers(time).stream().map(variant).toList());
	}

	/**
	 * Registers a client, and says which promises were broken.
	 */
	List<String> registering(Weather weather) {
		Map<Kind, Map<UUID, Integer>> before = tenant();
		OperationId id = begin(weather);
		drive(id, STOPS);
		calm(weather);
		check(this.world.state(id), before);
		return this.broken;
	}

	/**
	 * Registers a client as far as it comes and undoes that.
	 */
	List<String> undoing(Weather weather) {
		Map<Kind, Map<UUID, Integer>> before = tenant();
		OperationId id = begin(weather);
		drive(id, this.random.nextInt(4));
		Optional<OperationId> undo = this.world.undo(id, this.cloud.undos());
		while (undo.isEmpty() && this.stops < STOPS) {
			drive(id, this.stops + 1);
			undo = this.world.undo(id, this.cloud.undos());
		}
		undo.ifPresent((removal) -> drive(removal, 2 * STOPS));
		calm(weather);
		promise(undo.filter((removal) -> this.world.state(removal).phase() == Phase.FINISHED).isPresent(),
				"not undone");
		promise(tenant().equals(before), "not as it was before");
		return this.broken;
	}

	/**
	 * Secrets of the application that the operation does not keep.
	 */
	int leftovers() {
		return this.leftovers;
	}

	private OperationId begin(Weather weather) {
		this.cloud.controls.fault("""
				{"lag":{"all":%d},"replicas":3,"random":{"seed":%d,"share":%s,"path":"%s",
				"retryAfter":2,"kinds":["%s"]}}""".formatted(weather.lag().toMillis(), this.seed, weather.share(),
				weather.where(), String.join("\",\"", FAULTS)));
		return this.world.start(SamplePlans.server(this.cloud.given(), "Ward reader " + this.cloud.run(),
				LocalDate.ofInstant(this.world.time.instant(), ZoneOffset.UTC)));
	}

	private void calm(Weather weather) {
		this.cloud.controls.clearFaults();
		this.world.time.pause(weather.lag().plusSeconds(1));
		this.cloud.catchUp(this.world.time);
	}

	int stops() {
		return this.stops;
	}

	int deaths() {
		return this.deaths;
	}

	/** Somebody comes and goes on with it whenever it waits for that, so many times. */
	private void drive(OperationId id, int most) {
		for (int turn = 0; turn < 2000; turn++) {
			Phase phase = this.world.state(id).phase();
			if (phase == Phase.FINISHED || (phase != Phase.RUNNING && this.stops >= most)) {
				this.world.transactions.dieAt(-1, false);
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
		this.leftovers = (int) secrets.stream().filter((key) -> !key.equals(end.facts().get("secretKeyId"))).count();
		promise(this.leftovers == 0, "secrets left over: " + this.leftovers);
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
				.stream()
				.filter((item) -> !item.deleted())
				.forEach((item) -> documents.put(item.id(), Arrays.hashCode(item.document())));
			all.put(kind, documents);
		}
		return all;
	}

	/**
	 * What the cloud is like.
	 *
	 * @param share of the calls that something happens to
	 * @param where pattern of the paths that these calls go to
	 * @param lag the longest that a copy takes to show a write
	 */
	record Weather(double share, String where, Duration lag) {
	}

}
