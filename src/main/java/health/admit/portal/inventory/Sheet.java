package health.admit.portal.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An object with all its credentials as the index holds it.
 *
 * @param entries in order of their key ids
 * @param liveSecrets secrets that have not ended
 * @param rollAt when the passing of time changes something next; null for never
 */
record Sheet(Subject subject, List<Entry> entries, int liveSecrets, @Nullable Instant rollAt) {

	Sheet {
		entries = List.copyOf(entries);
	}

	int traits() {
		return Traits.of(this.entries);
	}

	List<Held> held() {
		return this.entries.stream().map(Entry::held).toList();
	}

	/**
	 * What is known about the object itself.
	 *
	 * @param pass number of the full pass that last saw it
	 */
	record Subject(UUID objectId, Source source, @Nullable UUID appId, String name, @Nullable Instant createdAt,
			OwnerState owners, @Nullable Instant ownersReadAt, long pass) {

		Subject with(OwnerState state, Instant readAt) {
			return new Subject(this.objectId, this.source, this.appId, this.name, this.createdAt, state, readAt,
					this.pass);
		}

		Subject in(long number) {
			return new Subject(this.objectId, this.source, this.appId, this.name, this.createdAt, this.owners,
					this.ownersReadAt, number);
		}

		String nameKey() {
			return Cut.nameKey(this.name);
		}

	}

}
