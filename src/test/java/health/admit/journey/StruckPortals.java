package health.admit.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import health.admit.journey.KilledStep.Moment;
import health.admit.portal.audit.AuditFixture;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Organisation;
import health.admit.sandbox.tenant.Store;
import health.admit.support.Database;
import health.admit.support.HoldingProxy;
import health.admit.support.HoldingProxy.Call;
import health.admit.support.Poll;
import health.admit.support.PortalProcess;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.TestDatabase;
import health.admit.support.Visitor;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Portals in JVMs of their own on one PostgreSQL, which are struck while they carry out
 * registrations, and the promises that must hold whatever happens to them.
 */
final class StruckPortals implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final int LONGEST_LAG = 5000;

	/** A portal makes eight calls at a time; one is left for those that go on. */
	private static final int PLACES = 7;

	/** What one registration makes. */
	private static final Map<Kind, Integer> MADE = Map.of(Kind.APPLICATION, 1, Kind.SERVICE_PRINCIPAL, 1, Kind.GRANT, 1,
			Kind.ROLE_ASSIGNMENT, 1, Kind.AZURE_ROLE_ASSIGNMENT, 2);

	private final SandboxServer sandbox = SandboxServer.start();

	private final SandboxControls controls = new SandboxControls(this.sandbox);

	private final TestDatabase database = Database.POSTGRESQL.fresh();

	private final JdbcClient jdbc = this.database.jdbc();

	private final KillPoints points = new KillPoints(this.database);

	private final List<Node> nodes = new ArrayList<>();

	private final List<Struck> unfinished = new ArrayList<>();

	private final List<String> violations = new ArrayList<>();

	private final Map<Kind, Map<UUID, Integer>> before;

	private final long seed;

	private final Random random;

	private int registrations;

	private int resumed;

	/**
	 * Starts the portals.
	 * @param folder for what each of them keeps
	 */
	StruckPortals(Path folder, int portals, long seed) {
		this.seed = seed;
		this.random = new Random(seed);
		for (int number = 1; number <= portals; number++) {
			this.nodes.add(new Node(folder, number));
		}
		// The first one makes the key that all seal with.
		this.nodes.get(0).start();
		this.nodes.subList(1, portals).parallelStream().forEach(Node::start);
		this.before = tenant();
	}

	static long anySeed() {
		return new Random().nextLong(1_000_000_000);
	}

	/**
	 * As many of these cells as one portal can be held at.
	 */
	static List<Cell> atOneBlow(List<Cell> cells, int most) {
		List<Cell> some = new ArrayList<>();
		int places = 0;
		for (Cell cell : cells) {
			boolean place = cell.moment.takesAPlace();
			if (some.size() < most && (!place || places < PLACES)) {
				some.add(cell);
				places += place ? 1 : 0;
			}
		}
		return some;
	}

	Node node(int number) {
		return this.nodes.get(number % this.nodes.size());
	}

	int registrations() {
		return this.registrations;
	}

	/** How many waited for a person, who came. */
	int resumed() {
		return this.resumed;
	}

	/** All steps at all moments, in an order of the seed. */
	List<Cell> cells() {
		List<Cell> cells = new ArrayList<>();
		for (KilledStep step : KilledStep.values()) {
			for (Moment moment : Moment.values()) {
				cells.add(new Cell(step, moment));
			}
		}
		Collections.shuffle(cells, this.random);
		return cells;
	}

	/**
	 * Starts one registration for each cell at this portal and returns when each has come
	 * to its point.
	 */
	Batch arrange(Node node, List<Cell> cells) {
		this.controls.fault("{\"lag\":{\"all\":%d},\"replicas\":3}".formatted(this.random.nextInt(LONGEST_LAG)));
		Visitor amara = new Visitor(node.portal.address()).signIn("Amara Okafor");
		Batch batch = new Batch(node, new ArrayList<>());
		// A step that settles takes a minute to come to its point.
		List<Cell> longestFirst = new ArrayList<>(cells);
		longestFirst.sort(Comparator.comparing((cell) -> !cell.step.settles()));
		for (Cell cell : longestFirst) {
			String name = "Client " + ++this.registrations + " " + cell;
			long point = this.points.add(name, cell.step, cell.moment, this.random.nextInt(5));
			Registering registering = new Registering(amara).basics(name, "FHIR")
				.authentication("SERVER")
				.secret("6")
				.consenting("user_impersonation", "Microsoft Graph", "Application.ReadWrite.OwnedBy")
				.accessTo("contosohealth/clinical", "contosotest/sandpit")
				.confirm();
			batch.struck.add(new Struck(name, cell, point, registering, amara));
		}
		long calls = cells.stream().filter((cell) -> cell.moment.isOnTheWire()).count();
		Set<Long> wanted = new HashSet<>();
		batch.struck.forEach((struck) -> wanted.add(struck.point));
		try {
			Poll.until("all are where they are to be struck", PATIENCE, Duration.ofMillis(200),
					() -> node.proxy.held() >= calls && this.points.reached().containsAll(wanted));
		}
		catch (IllegalStateException ex) {
			Set<Long> reached = this.points.reached();
			batch.struck.stream()
				.filter((struck) -> !reached.contains(struck.point))
				.forEach((struck) -> broken(struck, "did not come to its point"));
			throw new IllegalStateException(node.proxy.held() + " calls held\n" + String.join("\n", this.violations),
					ex);
		}
		this.unfinished.addAll(batch.struck);
		return batch;
	}

	/** As a power cut does. */
	void kill(Batch batch) {
		batch.node.portal.kill();
		this.points.endTransactions();
		open(batch);
		batch.node.proxy.release();
	}

	/** As a host does that is short of time or memory, or moves the machine. */
	void pause(Batch batch) {
		batch.node.portal.pause();
		open(batch);
	}

	/** Ends a pause: what the portal waited for meanwhile is lost or arrives. */
	void goOn(Batch batch) {
		batch.node.portal.goOn();
		batch.node.proxy.release();
		Poll.until("the portal answers again", PATIENCE,
				() -> Poll.answers(batch.node.portal.address().resolve("/actuator/health/readiness")));
	}

	/** Whoever was killed is gone: nobody has to wait until leases run out. */
	void endLeases(Batch batch) {
		batch.struck.forEach((struck) -> this.jdbc.sql("update operation set lease_until = now() where id = :id")
			.param("id", struck.operation())
			.update());
	}

	/** Until another portal has each of the batch. */
	void awaitTakenOver(Batch batch) {
		Poll.until("the other portal takes over", PATIENCE, Duration.ofMillis(200),
				() -> batch.struck.stream()
					.allMatch((struck) -> struck.fence(this.jdbc) > batch.fences.get(struck)
							|| !"RUNNING".equals(struck.phase(this.jdbc))));
	}

	/** Looks at what has finished meanwhile. */
	void collect(Node alive) {
		Instant settled = Instant.now().minusMillis(LONGEST_LAG + 1000L);
		for (Iterator<Struck> all = this.unfinished.iterator(); all.hasNext();) {
			Struck struck = all.next();
			String phase = struck.phase(this.jdbc);
			if (phase.equals("PARKED")) {
				resume(alive, struck);
			}
			else if (phase.equals("REFUSED")) {
				broken(struck, "was refused");
				all.remove();
			}
			else if (phase.equals("FINISHED") && struck.changedAt(this.jdbc).isBefore(settled)) {
				check(alive, struck);
				all.remove();
			}
		}
	}

	/** Waits for all that is under way, and looks at everything. */
	List<String> finish(Node alive) {
		Poll.until("all are finished", PATIENCE, Duration.ofSeconds(1), () -> {
			collect(alive);
			return this.unfinished.isEmpty();
		});
		checkWrites();
		checkTenant();
		Object flaw = AuditFixture.flaw(this.jdbc, Organisation.CONTOSO_HEALTH.tenantId());
		if (flaw != null) {
			this.violations.add("seed " + this.seed + ": the audit chain is broken: " + flaw);
		}
		return this.violations;
	}

	private void open(Batch batch) {
		batch.struck.forEach((struck) -> batch.fences.put(struck, struck.fence(this.jdbc)));
		this.points.open(batch.struck.stream()
			.filter((struck) -> !struck.cell.moment.isOnTheWire())
			.map(Struck::point)
			.toList());
	}

	private void resume(Node alive, Struck struck) {
		this.resumed++;
		struck.visitor.moveTo(alive.portal.address())
			.open(struck.registering.operation().getPath())
			.press("Sign in and continue");
		if (!struck.visitor.path().endsWith("/resume")) {
			struck.visitor.pick("Amara Okafor");
		}
		struck.visitor.press("Continue");
	}

	private void check(Node alive, Struck struck) {
		try {
			struck.visitor.moveTo(alive.portal.address());
			Tenant tenant = new Tenant(this.sandbox);
			tenant.assertOneOfEach(struck.name, struck.registering.finish());
			tenant.assertRoles(struck.name, 1, 2);
			String path = struck.visitor.path();
			if (!struck.visitor.open(path).text().contains("has been shown")) {
				broken(struck, "its secret can be read again");
			}
		}
		catch (AssertionError | RuntimeException ex) {
			broken(struck, String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Each write was announced, once, by whoever had the newest lease when it was sent.
	 */
	private void checkWrites() {
		Map<String, Announced> announced = new HashMap<>();
		Map<UUID, List<Announced>> entries = new HashMap<>();
		this.jdbc.sql("select operation, event, fence, at, client_request_id from step_event order by seq")
			.query((row) -> {
				Announced entry = new Announced(row.getObject("operation", UUID.class), row.getString("event"),
						row.getLong("fence"), row.getObject("at", OffsetDateTime.class).toInstant());
				entries.computeIfAbsent(entry.operation, (id) -> new ArrayList<>()).add(entry);
				if (entry.event.endsWith("INTENT")) {
					announced.put(row.getString("client_request_id"), entry);
				}
			});
		Set<String> sent = new HashSet<>();
		for (Node node : this.nodes) {
			for (Call call : node.proxy.writes()) {
				Announced by = announced.get(call.clientRequestId());
				if (by == null) {
					this.violations.add("seed " + this.seed + ": written without intent: " + call);
				}
				else if (entries.get(by.operation)
					.stream()
					.anyMatch((entry) -> entry.fence > by.fence && entry.at.isBefore(call.at()))) {
					this.violations.add("seed " + this.seed + ": written under an old lease: " + call + " of "
							+ by.operation + "\n" + journal(by.operation));
				}
				if (!sent.add(call.clientRequestId())) {
					this.violations.add("seed " + this.seed + ": sent twice: " + call);
				}
			}
		}
	}

	/** Nothing is there but what was before, unchanged, and what was registered. */
	private void checkTenant() {
		Map<Kind, Map<UUID, Integer>> after = tenant();
		for (Kind kind : Kind.values()) {
			Map<UUID, Integer> old = this.before.get(kind);
			int made = after.get(kind).size() - old.size();
			if (made != this.registrations * MADE.getOrDefault(kind, 0)) {
				this.violations
					.add("seed " + this.seed + ": " + this.registrations + " registrations made " + made + " " + kind);
			}
			old.forEach((id, document) -> {
				if (!document.equals(after.get(kind).get(id))) {
					this.violations.add("seed " + this.seed + ": " + kind + " " + id + " was changed");
				}
			});
		}
	}

	private Map<Kind, Map<UUID, Integer>> tenant() {
		Map<Kind, Map<UUID, Integer>> all = new EnumMap<>(Kind.class);
		Store store = this.sandbox.bean(Store.class);
		for (Kind kind : Kind.values()) {
			Map<UUID, Integer> documents = new HashMap<>();
			store.all(kind, Copy.MASTER).forEach((item) -> documents.put(item.id(), Arrays.hashCode(item.document())));
			all.put(kind, documents);
		}
		return all;
	}

	private void broken(Struck struck, String how) {
		this.violations.add("seed " + this.seed + ": " + struck.name + ": " + how + "\n" + journal(struck.operation()));
	}

	private String journal(UUID operation) {
		List<String> lines = new ArrayList<>();
		this.jdbc.sql("select * from step_event where operation = :id order by seq")
			.param("id", operation)
			.query((row) -> {
				lines.add("  " + row.getObject("at", OffsetDateTime.class).toInstant() + " step "
						+ row.getInt("position") + " attempt " + row.getInt("attempt") + " " + row.getString("event")
						+ " fence " + row.getLong("fence") + " " + row.getString("client_request_id") + " "
						+ row.getString("code") + " " + row.getString("message"));
			});
		return String.join("\n", lines);
	}

	@Override
	public void close() {
		this.nodes.forEach(Node::close);
		this.points.close();
		this.sandbox.close();
	}

	/**
	 * Where a registration is to be struck.
	 */
	record Cell(KilledStep step, Moment moment) {

		@Override
		public String toString() {
			return this.step + " " + this.moment;
		}

	}

	/**
	 * One portal, and what stands between it and the cloud.
	 */
	final class Node {

		private final HoldingProxy proxy;

		private final PortalProcess portal;

		private Node(Path folder, int number) {
			this.proxy = new HoldingProxy(StruckPortals.this.sandbox.baseUrl(), StruckPortals.this.points::fate);
			TestDatabase shared = StruckPortals.this.database;
			Path data = folder.resolve("portal" + number);
			data.toFile().mkdirs();
			this.portal = new PortalProcess(data, this.proxy.origin(), "--spring.datasource.url=" + shared.url(),
					"--spring.datasource.username=" + shared.username(),
					"--spring.datasource.password=" + shared.password(),
					"--spring.datasource.hikari.maximum-pool-size=60", "--admit.directory.write-deadline=5m",
					"--admit.directory.read-deadline=5m", "--admit.directory.read-timeout=5m",
					"--admit.azure.deadline=5m", "--admit.signin.key-file=" + folder.resolve("sealing.key"));
		}

		void start() {
			this.portal.start();
		}

		private void close() {
			this.portal.close();
			this.proxy.close();
		}

	}

	/**
	 * Registrations that are struck at one blow.
	 *
	 * @param fences the leases that they were struck under
	 */
	record Batch(Node node, List<Struck> struck, Map<Struck, Long> fences) {

		Batch(Node node, List<Struck> struck) {
			this(node, struck, new HashMap<>());
		}

	}

	/**
	 * One registration.
	 */
	record Struck(String name, Cell cell, long point, Registering registering, Visitor visitor) {

		UUID operation() {
			return UUID.fromString(this.registering.operation().getPath().replaceFirst(".*/", ""));
		}

		String phase(JdbcClient jdbc) {
			return jdbc.sql("select phase from operation where id = :id")
				.param("id", operation())
				.query(String.class)
				.single();
		}

		long fence(JdbcClient jdbc) {
			return jdbc.sql("select fence from operation where id = :id")
				.param("id", operation())
				.query(Long.class)
				.single();
		}

		Instant changedAt(JdbcClient jdbc) {
			return jdbc.sql("select changed_at from operation where id = :id")
				.param("id", operation())
				.query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
				.single();
		}

	}

	private record Announced(UUID operation, String event, long fence, Instant at) {
	}

}
