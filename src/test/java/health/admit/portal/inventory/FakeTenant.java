package health.admit.portal.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import health.admit.portal.directory.CertificateSummary;
import health.admit.portal.directory.ScannedObject;
import health.admit.portal.directory.SecretSummary;

/**
 * The applications of a tenant, and what became of each.
 */
final class FakeTenant {

	private static final List<String> NAMES = List.of("Lab results", "<script>alert(1)</script>", "=cmd|'/c calc'!A0",
			"Ünïcode 病院", "nul\u0000l", "half \uD83D", "", "x".repeat(300),
			"Viewer · admit:0c0c0c0c-0000-4000-8000-000000000001:");

	final TreeMap<UUID, ScannedObject> live = new TreeMap<>();

	final Map<UUID, ScannedObject> deleted = new HashMap<>();

	/** When each object was last changed, deleted ones as well. */
	final Map<UUID, Instant> changedAt = new HashMap<>();

	/** Number of the last change of each object. */
	final Map<UUID, Long> changes = new HashMap<>();

	long changeCount;

	private final Random random;

	private final Clock clock;

	FakeTenant(Random random, Clock clock) {
		this.random = random;
		this.clock = clock;
	}

	void add() {
		UUID id = id();
		put(object(id));
	}

	void put(ScannedObject object) {
		this.live.put(object.objectId(), object);
		touched(object.objectId());
	}

	/**
	 * Does not give an application its first federated credential: that shows after the
	 * next full pass only, as {@link Federations} says.
	 */
	void change() {
		any(this.live).ifPresent((id) -> {
			ScannedObject now = object(id);
			put(this.live.get(id).federated().isEmpty() ? with(now, List.of()) : now);
		});
	}

	static ScannedObject with(ScannedObject object, List<ScannedObject.ScannedFederation> federated) {
		return new ScannedObject(object.objectId(), object.appId(), object.displayName(), object.createdAt(),
				object.secrets(), object.certificates(), federated);
	}

	void delete() {
		any(this.live).ifPresent(this::delete);
	}

	void delete(UUID id) {
		this.deleted.put(id, this.live.remove(id));
		touched(id);
	}

	void restore() {
		any(this.deleted).ifPresent((id) -> put(this.deleted.remove(id)));
	}

	void somethingHappens() {
		switch (this.random.nextInt(5)) {
			case 0 -> add();
			case 1 -> delete();
			case 2 -> restore();
			default -> change();
		}
	}

	ScannedObject object(UUID id) {
		List<SecretSummary> secrets = new ArrayList<>();
		for (int count = this.random.nextInt(4); count > 0; count--) {
			secrets.add(new SecretSummary(id(), name(), "abc", start(), end()));
		}
		List<CertificateSummary> certificates = new ArrayList<>();
		for (int count = this.random.nextInt(2); count > 0; count--) {
			certificates.add(new CertificateSummary(id(), name(), "AB12", start(), end()));
		}
		List<ScannedObject.ScannedFederation> federated = (this.random.nextInt(4) == 0)
				? List.of(new ScannedObject.ScannedFederation(id(), name(), "https://issuer.example", "subject"))
				: List.of();
		return new ScannedObject(id, id(), name(), start(), secrets, certificates, federated);
	}

	private Instant start() {
		return now().minus(Duration.ofHours(this.random.nextInt(20_000) - 200));
	}

	private Instant end() {
		return now().plus(Duration.ofHours(this.random.nextInt(20_000) - 2_000));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	private String name() {
		return NAMES.get(this.random.nextInt(NAMES.size())) + this.random.nextInt(100);
	}

	private UUID id() {
		return new UUID(this.random.nextLong(), this.random.nextLong());
	}

	private void touched(UUID id) {
		this.changedAt.put(id, this.clock.instant());
		this.changes.put(id, ++this.changeCount);
	}

	private java.util.Optional<UUID> any(Map<UUID, ?> some) {
		List<UUID> ids = some.keySet().stream().sorted().toList();
		return ids.isEmpty() ? java.util.Optional.empty()
				: java.util.Optional.of(ids.get(this.random.nextInt(ids.size())));
	}

}
