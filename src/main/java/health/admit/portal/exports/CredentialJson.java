package health.admit.portal.exports;

import java.time.Instant;
import java.util.UUID;

import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FilterParameters;
import org.jspecify.annotations.Nullable;

/**
 * One credential as programs read it. Words are those of {@link FilterParameters}.
 */
record CredentialJson(UUID objectId, UUID keyId, @Nullable UUID appId, String application, String source, String kind,
		@Nullable String credential, @Nullable String hint, @Nullable String thumbprint, @Nullable Instant starts,
		@Nullable Instant ends, String band, boolean covered, boolean tooLong, String ownerState, String work,
		@Nullable Instant lastUsed) {

	static CredentialJson of(CredentialRow row) {
		return new CredentialJson(row.key().objectId(), row.key().keyId(), row.appId(), row.name(),
				FilterParameters.name(row.source()), FilterParameters.name(row.kind()), row.description(), row.hint(),
				row.thumbprint(), row.starts(), row.ends(), FilterParameters.name(row.band()), row.covered(),
				row.tooLong(), FilterParameters.name(row.owners()), FilterParameters.name(row.work()), row.lastUsed());
	}

}
