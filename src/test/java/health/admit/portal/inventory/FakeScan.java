package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.CallTrace;
import health.admit.portal.directory.ChangePage;
import health.admit.portal.directory.DirectoryPerson;
import health.admit.portal.directory.DirectoryUnavailable;
import health.admit.portal.directory.LinkLost;
import health.admit.portal.directory.ScanPage;
import health.admit.portal.directory.ScannedObject;
import health.admit.portal.directory.TenantScan;
import health.admit.portal.directory.UsePage;
import org.jspecify.annotations.Nullable;

/**
 * Lists a {@link FakeTenant} as Graph would. Before each answer something may happen.
 */
class FakeScan implements TenantScan {

	final FakeTenant tenant;

	final Map<UUID, List<DirectoryPerson>> owners = new HashMap<>();

	final List<UsePage> uses = new ArrayList<>();

	int pageSize = 7;

	int requests;

	/** Given the name of each call; may throw what Graph would answer. */
	Call before = (name) -> {
	};

	FakeScan(FakeTenant tenant) {
		this.tenant = tenant;
	}

	static DirectoryUnavailable busy() {
		return new DirectoryUnavailable("429", trace(), new IllegalStateException());
	}

	static LinkLost lost() {
		return new LinkLost(400, "Directory_ExpiredPageToken", "gone", trace());
	}

	static CallTrace trace() {
		return new CallTrace(new UUID(1, 1), "request");
	}

	@Override
	public ScanPage applications(@Nullable String link) {
		called((link != null) ? "page" : "first");
		List<ScannedObject> rest = new ArrayList<>(((link != null)
				? this.tenant.live.tailMap(UUID.fromString(link.substring(5)), false) : this.tenant.live)
			.values());
		List<ScannedObject> page = rest.subList(0, Math.min(this.pageSize, rest.size()));
		boolean last = page.size() == rest.size();
		return new ScanPage(List.copyOf(page), last ? null : "page:" + page.get(page.size() - 1).objectId());
	}

	@Override
	public long applicationCount() {
		called("count");
		return this.tenant.live.size();
	}

	@Override
	public String applicationChangesFromNow() {
		called("from now");
		return "since:" + this.tenant.changeCount;
	}

	@Override
	public ChangePage changes(String link) {
		called("changes");
		long since = Long.parseLong(link.substring(6));
		List<UUID> all = this.tenant.changes.entrySet()
			.stream()
			.filter((change) -> change.getValue() > since)
			.sorted(Comparator.comparingLong(Map.Entry::getValue))
			.map(Map.Entry::getKey)
			.toList();
		List<UUID> some = all.subList(0, Math.min(this.pageSize, all.size()));
		List<ScannedObject> changed = some.stream()
			.filter(this.tenant.live::containsKey)
			.map((id) -> withoutFederations(this.tenant.live.get(id)))
			.toList();
		List<UUID> removed = some.stream().filter((id) -> !this.tenant.live.containsKey(id)).toList();
		if (some.size() < all.size()) {
			return new ChangePage(changed, removed, "since:" + this.tenant.changes.get(some.get(some.size() - 1)),
					null);
		}
		return new ChangePage(changed, removed, null, "since:" + this.tenant.changeCount);
	}

	/** Graph's list of changes knows nothing of them. */
	private static ScannedObject withoutFederations(ScannedObject told) {
		return new ScannedObject(told.objectId(), told.appId(), told.displayName(), told.createdAt(), told.secrets(),
				told.certificates(), null);
	}

	@Override
	public Map<UUID, List<ScannedObject.ScannedFederation>> federatedCredentials(Collection<UUID> objectIds) {
		called("federated");
		Map<UUID, List<ScannedObject.ScannedFederation>> found = new HashMap<>();
		objectIds.stream()
			.filter(this.tenant.live::containsKey)
			.forEach((id) -> found.put(id, this.tenant.live.get(id).federated()));
		return found;
	}

	@Override
	public Map<UUID, List<DirectoryPerson>> applicationOwners(Collection<UUID> objectIds) {
		called("owners");
		Map<UUID, List<DirectoryPerson>> found = new HashMap<>(this.owners);
		found.keySet().retainAll(objectIds);
		return found;
	}

	@Override
	public Optional<Set<UUID>> present(Collection<UUID> objectIds) {
		throw new UnsupportedOperationException();
	}

	@Override
	public UsePage credentialUse(@Nullable String link) {
		called("use");
		return this.uses.get((link != null) ? Integer.parseInt(link) : 0);
	}

	@Override
	public ScanPage servicePrincipals(@Nullable String link) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long servicePrincipalCount() {
		throw new UnsupportedOperationException();
	}

	@Override
	public String servicePrincipalChangesFromNow() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Map<UUID, List<DirectoryPerson>> servicePrincipalOwners(Collection<UUID> objectIds) {
		throw new UnsupportedOperationException();
	}

	private void called(String name) {
		this.requests++;
		this.before.answer(name);
	}

	interface Call {

		void answer(String name);

	}

}
