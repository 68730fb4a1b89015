package health.admit.portal.strays;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.credentials.CredentialSteps;
import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.InventoryChanged;
import health.admit.portal.inventory.MarkedSecret;
import health.admit.portal.inventory.MarkedSecrets;
import health.admit.portal.operation.KnownOperation;
import health.admit.portal.operation.KnownOperations;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.Operations;
import health.admit.portal.operation.Plan;
import health.admit.portal.signin.Delegation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds secrets that the portal made and that no operation keeps, whatever hid them from
 * the operation itself: an answer and a copy of the directory that came too late, or a
 * journal that was lost.
 */
@Service
public class Strays {

	/** More than anybody looks through; whatever is kept is not among them for long. */
	static final int MOST = 500;

	static final String PAGE = "/operations/strays";

	private static final Logger log = LoggerFactory.getLogger(Strays.class);

	private final MarkedSecrets marked;

	private final Inventory inventory;

	private final KnownOperations known;

	private final StrayRemovals removals;

	private final Operations operations;

	Strays(MarkedSecrets marked, Inventory inventory, KnownOperations known, StrayRemovals removals,
			Operations operations) {
		this.marked = marked;
		this.inventory = inventory;
		this.known = known;
		this.removals = removals;
		this.operations = operations;
	}

	/**
	 * How many wait for somebody to remove them, as far as the index has been read; not
	 * more than 500.
	 */
	public int count(UUID tenant) {
		return (int) of(tenant).strays().stream().filter((stray) -> stray.removal().isOpen()).count();
	}

	/**
	 * Those among the first 500 secrets that may be one, and also those whose removal is
	 * under way or has not shown in the index yet.
	 */
	StrayList of(UUID tenant) {
		List<MarkedSecret> secrets = this.marked.open(tenant, null, MOST);
		return new StrayList(strays(tenant, secrets), secrets.size() < MOST);
	}

	/**
	 * One of them, unless it is none or is none any more.
	 */
	Optional<Stray> find(UUID tenant, CredentialKey key) {
		return strays(tenant, this.marked.find(tenant, key).stream().toList()).stream().findFirst();
	}

	private List<Stray> strays(UUID tenant, List<MarkedSecret> secrets) {
		Map<OperationId, KnownOperation> makers = makers(tenant, secrets);
		List<MarkedSecret> found = secrets.stream().filter((secret) -> judge(secret, makers).isStray()).toList();
		if (found.isEmpty()) {
			return List.of();
		}
		Map<CredentialKey, OperationId> asked = this.removals.of(tenant,
				found.stream().map(MarkedSecret::key).toList());
		Map<OperationId, KnownOperation> removers = this.known.of(tenant, asked.values());
		Instant asOf = this.inventory.freshness(tenant).asOf();
		return found.stream().map((secret) -> {
			OperationId removal = asked.get(secret.key());
			KnownOperation remover = (removal != null) ? removers.get(removal) : null;
			return new Stray(secret, judge(secret, makers), makers.get(new OperationId(secret.operation())),
					Removal.of(remover, asOf), remover);
		}).toList();
	}

	private Map<OperationId, KnownOperation> makers(UUID tenant, Collection<MarkedSecret> secrets) {
		Set<OperationId> ids = new HashSet<>();
		secrets.forEach((secret) -> ids.add(new OperationId(secret.operation())));
		return this.known.of(tenant, ids);
	}

	private static Judgement judge(MarkedSecret secret, Map<OperationId, KnownOperation> makers) {
		return Judgement.of(secret.key().keyId(), makers.get(new OperationId(secret.operation())));
	}

	/**
	 * Has a stray removed. Whoever has asked for it before gets the operation that is
	 * under way.
	 * @param name of its application, hostile input when shown
	 * @param key idempotency key of the form
	 * @return the operation; empty when it is no stray any more
	 */
	@Transactional
	Optional<OperationId> remove(CredentialKey secret, String name, UUID key, Delegation delegation) {
		UUID tenant = delegation.tenant();
		Optional<Stray> stray = find(tenant, secret);
		Optional<OperationId> asked = stray.filter((found) -> found.removal() != Removal.NONE)
			.map(Stray::removedBy)
			.map(KnownOperation::id);
		return (stray.isEmpty() || asked.isPresent()) ? asked : Optional.of(start(secret, name, key, delegation));
	}

	private OperationId start(CredentialKey secret, String name, UUID key, Delegation delegation) {
		Plan plan = new Plan("stray", name, PAGE, List.of(CredentialSteps.removal(secret.objectId(), secret.keyId())));
		OperationId started = this.operations.start(OperationId.random(), key, plan, delegation);
		this.removals.put(delegation.tenant(), secret, started);
		return started;
	}

	/**
	 * Sets aside what finished operations keep, so that pages look at the rest alone. A
	 * failure here must not fail the reading that has ended; the next one comes here
	 * again.
	 */
	@EventListener
	void changed(InventoryChanged event) {
		try {
			List<MarkedSecret> some = this.marked.open(event.tenant(), null, MOST);
			while (!some.isEmpty()) {
				Map<OperationId, KnownOperation> makers = makers(event.tenant(), some);
				this.marked.keep(event.tenant(),
						some.stream().filter((secret) -> judge(secret, makers) == Judgement.KEPT).toList());
				some = this.marked.open(event.tenant(), some.get(some.size() - 1).key(), MOST);
			}
		}
		catch (DataAccessException ex) {
			log.warn("Marked secrets could not be compared with the journal; the next reading does it again", ex);
		}
	}

}
