package health.admit.portal.inventory;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One credential as the index knows it. All texts are hostile input when shown.
 *
 * @param appId absent only for objects that Graph gave without one
 * @param name display name of the application or service principal
 * @param description what its makers call the credential; of a federated one its name
 * @param hint first three characters of a secret
 * @param thumbprint of a certificate, SHA-1 in upper-case hex
 * @param ends null for none
 * @param lastUsed as Entra reported it when somebody last asked; null for unknown
 */
public record CredentialRow(CredentialKey key, Source source, @Nullable UUID appId, String name, CredentialKind kind,
		@Nullable String description, @Nullable String hint, @Nullable String thumbprint, @Nullable Instant starts,
		@Nullable Instant ends, Band band, boolean covered, boolean tooLong, OwnerState owners, WorkState work,
		@Nullable Instant lastUsed) {

	/**
	 * Whether this credential takes over from another of the same object: it is valid, no
	 * trust in another issuer, began no earlier and ends later.
	 * @param began of the other; null for unknown
	 * @param ended of the other; null for none
	 */
	public boolean takesOver(@Nullable Instant began, @Nullable Instant ended, Instant now) {
		boolean valid = this.kind != CredentialKind.FEDERATED && (this.starts == null || !this.starts.isAfter(now))
				&& (this.ends == null || this.ends.isAfter(now));
		boolean newer = began == null || (this.starts != null && !this.starts.isBefore(began));
		return valid && newer && (this.ends == null || ended == null || this.ends.isAfter(ended));
	}

}
