package health.admit.portal.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An application object or service principal as a list or a list of changes gives it. A
 * list of changes may leave out what did not change: null stands for "not told", an empty
 * list for "has none".
 *
 * @param displayName hostile input when shown
 */
public record ScannedObject(UUID objectId, @Nullable UUID appId, @Nullable String displayName,
		@Nullable Instant createdAt, @Nullable List<SecretSummary> secrets,
		@Nullable List<CertificateSummary> certificates, @Nullable List<ScannedFederation> federated) {

	/**
	 * A federated identity credential in a list.
	 */
	public record ScannedFederation(UUID id, String name, String issuer, String subject) {
	}

}
