package health.admit.portal.inventory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A credential as Graph tells it, with what the portal itself knows about it. Texts are
 * clean; moments fit the database.
 *
 * @param ends null for none
 */
record Held(UUID keyId, CredentialKind kind, @Nullable String description, @Nullable String hint,
		@Nullable String thumbprint, @Nullable Instant starts, @Nullable Instant ends, WorkState work,
		@Nullable Instant lastUsed) {

	Held with(WorkState state) {
		return new Held(this.keyId, this.kind, this.description, this.hint, this.thumbprint, this.starts, this.ends,
				state, this.lastUsed);
	}

	Held usedAt(@Nullable Instant moment) {
		return new Held(this.keyId, this.kind, this.description, this.hint, this.thumbprint, this.starts, this.ends,
				this.work, moment);
	}

	boolean endsAfter(Instant moment) {
		return this.ends == null || this.ends.isAfter(moment);
	}

}
