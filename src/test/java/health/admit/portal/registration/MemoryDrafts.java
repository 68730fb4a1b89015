package health.admit.portal.registration;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import health.admit.portal.operation.OperationId;
import health.admit.portal.signin.Operator;

/**
 * Drafts for controller tests, with the rules of the real ones.
 */
class MemoryDrafts implements Drafts {

	private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	private final Map<UUID, Draft> drafts = new ConcurrentHashMap<>();

	private final Map<UUID, DraftContent> aside = new ConcurrentHashMap<>();

	@Override
	public Draft begin(Operator operator) {
		return put(new Draft(UUID.randomUUID(), operator.tenant(), operator.objectId(), 0, DraftContent.empty(), null,
				NOW, NOW));
	}

	Draft put(Draft draft) {
		this.drafts.put(draft.id(), draft);
		return draft;
	}

	Draft get(UUID id) {
		return this.drafts.get(id);
	}

	@Override
	public Optional<Draft> find(Operator operator, UUID id) {
		return Optional.ofNullable(this.drafts.get(id)).filter((draft) -> draft.owner().equals(operator.objectId()));
	}

	@Override
	public List<Draft> of(Operator operator) {
		return this.drafts.values()
			.stream()
			.filter((draft) -> draft.owner().equals(operator.objectId()) && draft.operation() == null)
			.sorted(Comparator.comparing(Draft::changedAt))
			.toList();
	}

	@Override
	public Draft save(Operator operator, UUID id, int version, DraftContent content) {
		Draft before = current(operator, id, version);
		return put(new Draft(id, before.tenant(), before.owner(), version + 1, content, null, before.createdAt(), NOW));
	}

	@Override
	public void putAside(Operator operator, UUID id, DraftContent content) {
		this.aside.put(id, content);
	}

	@Override
	public Optional<DraftContent> putAside(Operator operator, UUID id) {
		return Optional.ofNullable(this.aside.get(id));
	}

	@Override
	public void confirm(Operator operator, UUID id, int version, OperationId operation) {
		Draft before = current(operator, id, version);
		put(new Draft(id, before.tenant(), before.owner(), version + 1, before.content(), operation, before.createdAt(),
				NOW));
	}

	@Override
	public void discard(Operator operator, UUID id) {
		this.drafts.remove(id);
	}

	private Draft current(Operator operator, UUID id, int version) {
		Draft draft = find(operator, id).orElseThrow(() -> new DraftNotFound(id));
		if (draft.version() != version || draft.operation() != null) {
			throw new DraftChangedElsewhere(draft);
		}
		return draft;
	}

}
