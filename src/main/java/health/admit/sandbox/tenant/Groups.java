package health.admit.sandbox.tenant;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * The groups of the tenant, as far as Azure roles given to a group need them.
 */
@Component
public class Groups {

	/** The store's own member with the object ids of the members. */
	public static final String MEMBERS = "_members";

	private final Store store;

	Groups(Store store) {
		this.store = store;
	}

	/** Object ids of the groups that somebody is a member of. */
	public Set<UUID> of(UUID member) {
		return this.store.linkedTo(Kind.GROUP, member, Copy.MASTER)
			.stream()
			.map(Item::id)
			.collect(Collectors.toUnmodifiableSet());
	}

}
