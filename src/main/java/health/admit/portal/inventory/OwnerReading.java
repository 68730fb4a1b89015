package health.admit.portal.inventory;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import health.admit.portal.directory.DirectoryPerson;
import health.admit.portal.directory.TenantScan;
import health.admit.portal.directory.TenantScans;
import health.admit.portal.inventory.Freshness.Cause;
import health.admit.portal.inventory.Freshness.Trouble;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.GrantedScopes;
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

	private final GrantedScopes granted;

	private final Background background;

	private final RealWaiting waiting;

	private final Clock clock;

	OwnerReading(OwnersDue due, OwnerStore store, TenantScans scans, GrantedScopes granted, Background background,
			RealWaiting waiting, Clock clock) {
		this.due = due;
		this.store = store;
		this.scans = scans;
		this.granted = granted;
		this.background = background;
		this.waiting = waiting;
		this.clock = clock;
	}

	/**
	 * Begins to read, unless owners of this tenant are being read.
	 * @return how many objects are still to be read
	 */
	int read(Delegation delegation, CredentialFilter filter) {
		boolean people = seesPeople(delegation);
		return read(delegation, people, this.due.of(delegation.tenant(), filter, people));
	}

	/** The same for some objects. */
	int read(Delegation delegation, Collection<UUID> objectIds) {
		boolean people = seesPeople(delegation);
		return read(delegation, people, this.due.of(delegation.tenant(), objectIds, people));
	}

	/** The same for applications by name, also those without credentials. */
	int readByName(Delegation delegation) {
		boolean people = seesPeople(delegation);
		return read(delegation, people, this.due.byName(delegation.tenant(), people));
	}

	/** Without the scope Graph tells the ids of owners alone. */
	private boolean seesPeople(Delegation delegation) {
		return this.granted.of(delegation).contains(DelegatedScope.DIRECTORY_READ);
	}

	private int read(Delegation delegation, boolean people, Map<UUID, Source> objects) {
		UUID tenant = delegation.tenant();
		Person person = Person.of(delegation);
		if (!objects.isEmpty() && !isResting(person) && !this.background.isUnderWay("owners", tenant)) {
			this.troubles.remove(person);
			this.background.start("owners", tenant,
					() -> read(person, people, this.scans.actingFor(delegation), objects));
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

	private void read(Person person, boolean people, TenantScan scan, Map<UUID, Source> objects) {
		UUID tenant = person.tenant();
		try {
			for (Source source : Source.values()) {
				List<UUID> ids = objects.keySet().stream().filter((id) -> objects.get(id) == source).toList();
				for (int from = 0; from < ids.size(); from += BATCH) {
					this.waiting.check();
					this.store.write(tenant,
							some(tenant, new SourceScan(scan, source, new RequestBudget(this.clock, this.waiting)),
									ids.subList(from, Math.min(from + BATCH, ids.size()))),
							people);
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

	private Map<UUID, Ownership> some(UUID tenant, SourceScan scan, List<UUID> ids) {
		Map<UUID, List<DirectoryPerson>> listed = scan.owners(ids);
		Map<UUID, Ownership> found = new HashMap<>();
		Map<UUID, List<Owner>> before = this.store.of(tenant, ids);
		Map<UUID, OwnerState> states = this.store.states(tenant, ids);
		Set<UUID> deleted = deleted(scan,
				ids.stream()
					.filter((id) -> listed.containsKey(id) && listed.get(id).isEmpty())
					.flatMap((id) -> before.getOrDefault(id, List.of()).stream())
					.toList());
		for (UUID id : ids) {
			List<DirectoryPerson> people = listed.get(id);
			List<Owner> known = before.getOrDefault(id, List.of());
			found.put(id, (people != null) ? Ownership.of(people, known, deleted)
					: Ownership.untold(known, states.getOrDefault(id, OwnerState.UNKNOWN)));
		}
		return found;
	}

	/**
	 * Those of some owners who are listed no more because their account is deleted.
	 * Whoever may not ask leaves it at what somebody else has found out.
	 */
	private static Set<UUID> deleted(SourceScan scan, List<Owner> vanished) {
		if (vanished.isEmpty()) {
			return Set.of();
		}
		Set<UUID> present = scan.present(vanished.stream().map(Owner::objectId).toList()).orElse(null);
		return vanished.stream()
			.filter((owner) -> (present != null) ? !present.contains(owner.objectId())
					: owner.state() == OwnerState.DELETED)
			.map(Owner::objectId)
			.collect(Collectors.toSet());
	}

	private record Person(UUID tenant, UUID id) {

		static Person of(Delegation delegation) {
			return new Person(delegation.tenant(), delegation.operator());
		}

	}

}
