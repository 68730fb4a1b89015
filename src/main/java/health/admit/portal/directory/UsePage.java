package health.admit.portal.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A page of the report on the use of credentials.
 *
 * @param next link to the following page; null on the last
 */
public record UsePage(List<Use> uses, @Nullable String next) {

	public UsePage {
		uses = List.copyOf(uses);
	}

	/**
	 * When a credential was last used to sign in.
	 *
	 * @param lastUsed null for never, as far as Entra knows
	 */
	public record Use(UUID appId, @Nullable UUID appObjectId, UUID keyId, @Nullable Instant lastUsed) {
	}

}
