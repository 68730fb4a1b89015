package health.admit.portal.exports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.IndexedApplication;
import health.admit.portal.inventory.Owner;
import org.jspecify.annotations.Nullable;

/**
 * An application object or service principal with its owners and credentials.
 *
 * @param ownersReadAt null when nobody has looked yet; then {@code owners} is empty
 */
record ApplicationJson(IndexJson index, UUID objectId, @Nullable UUID appId, String name, String source,
		@Nullable Instant createdAt, String ownerState, @Nullable Instant ownersReadAt, List<OwnerJson> owners,
		int liveSecrets, List<CredentialJson> credentials) {

	static ApplicationJson of(IndexJson index, IndexedApplication application, List<Owner> owners,
			List<CredentialRow> credentials) {
		return new ApplicationJson(index, application.objectId(), application.appId(), application.name(),
				FilterParameters.name(application.source()), application.createdAt(),
				FilterParameters.name(application.owners()), application.ownersReadAt(),
				owners.stream().map(OwnerJson::of).toList(), application.liveSecrets(),
				credentials.stream().map(CredentialJson::of).toList());
	}

	/**
	 * An owner as last read.
	 */
	record OwnerJson(UUID objectId, String name, String username, @Nullable String mail, String state) {

		static OwnerJson of(Owner owner) {
			return new OwnerJson(owner.objectId(), owner.name(), owner.username(), owner.mail(),
					FilterParameters.name(owner.state()));
		}

	}

}
