package health.admit.portal.inventory;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import health.admit.portal.directory.DirectoryPerson;
import health.admit.portal.directory.TenantScan;
import health.admit.portal.directory.TenantScans;
import health.admit.portal.inventory.Freshness.Cause;
import health.admit.portal.inventory.Freshness.Trouble;
import health.admit.portal.signin.Delegation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Reads the owners of what somebody looks at, 20 objects with each request.
 */
@Component
class OwnerReading {

	private static final int BATCH = 20;

	/** After a refusal or silence, nobody asks again sooner. */
	private static final Duration REST = Duration.ofMinutes(1);

	private static final Logger logger = LoggerFactory.getLogger(OwnerReading.class);

	/** By person: what one is refused another may see. */
	private final Map<Person, Trouble> troubles = new ConcurrentHashMap<>();

	private final OwnersDue due;

	private final OwnerStore store;

	private final TenantScans scans;

	private final Background background;

	private final RealWaiting waiting;

	private final Clock clock;

	OwnerReading(OwnersDue due, OwnerStore store, TenantScans scans, Background background, RealWaiting waiting,
			Clock clock) {
		this.due = due;
		this.store = store;
		this.scans = scans;
		this.background = background;
		this.waiting = waiting;
		this.clock = clock;
	}

	/**
	 * Begins to read, unless owners of this tenant are being read.
	 * @return how many objects are still to be read
	 */
	int read(Delegation delegation, CredentialFilter filter) {
		return read(delegation, this.due.of(delegation.tenant(), filter));
	}

	/** The same for some objects. */
	int read(Delegation delegation, Collection<UUID> objectIds) {
		return read(delegation, this.due.of(delegation.tenant(), objectIds));
	}

	private int read(Delegation delegation, Map<UUID, Source> objects) {
		UUID tenant = delegation.tenant();
		Person person = Person.of(delegation);
		if (!objects.isEmpty() && !isResting(person) && !this.background.isUnderWay("owners", tenant)) {
			this.troubles.remove(person);
			this.background.start("owners", tenant, () -> read(person, this.scans.actingFor(delegation), objects));
		}
		return objects.size();
	}

	/** Why nothing can be read for this person for now. */
	Optional<Trouble> trouble(Delegation delegation) {
		return Optional.ofNullable(this.troubles.get(Person.of(delegation)));
	}

	private boolean isResting(Person person) {
		Trouble trouble = this.troubles.get(person);
		return trouble != null && this.clock.instant().isBefore(trouble.at().plus(REST));
	}

	private void read(Person person, TenantScan scan, Map<UUID, Source> objects) {
		UUID tenant = person.tenant();
		try {
			for (Source source : Source.values()) {
				List<UUID> ids = objects.keySet().stream().filter((id) -> objects.get(id) == source).toList();
				for (int from = 0; from < ids.size(); from += BATCH) {
					this.waiting.check();
					some(tenant, new SourceScan(scan, source, new RequestBudget(this.clock, this.waiting)),
							ids.subList(from, Math.min(from + BATCH, ids.size())));
				}
			}
		}
		catch (Waiting.Stopping ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			Trouble trouble = Troubles.of(ex, this.clock.instant());
			this.troubles.put(person, trouble);
			logger.warn("Owners of tenant {} cannot be read: {}", tenant, ex.getMessage(),
					(trouble.cause() == Cause.NOT_STORED) ? ex : null);
		}
	}

	private void some(UUID tenant, SourceScan scan, List<UUID> ids) {
		Map<UUID, List<DirectoryPerson>> listed = scan.owners(ids);
		Map<UUID, Ownership> found = new HashMap<>();
		Map<UUID, List<Owner>> before = this.store.of(tenant, ids);
		Map<UUID, OwnerState> states = this.store.states(tenant, ids);
		for (UUID id : ids) {
			List<DirectoryPerson> people = listed.get(id);
			List<Owner> known = before.getOrDefault(id, List.of());
			found.put(id, (people != null) ? Ownership.of(people, known)
					: Ownership.unknown(known, states.getOrDefault(id, OwnerState.UNKNOWN)));
		}
		this.store.write(tenant, found);
	}

	private record Person(UUID tenant, UUID id) {

		static Person of(Delegation delegation) {
			return new Person(delegation.tenant(), delegation.operator());
		}

	}

}
