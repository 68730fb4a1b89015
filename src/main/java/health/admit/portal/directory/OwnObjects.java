package health.admit.portal.directory;

import java.util.Optional;
import java.util.UUID;

import health.admit.portal.signin.OwnRegistration;
import org.jspecify.annotations.Nullable;

/**
 * The objects behind the portal's own registration. They are looked up when a write first
 * needs to know them, and kept, for they never change.
 */
final class OwnObjects {

	private final OwnRegistration own;

	private volatile @Nullable OwnApplication application;

	private volatile @Nullable UUID principal;

	OwnObjects(OwnRegistration own) {
		this.own = own;
	}

	/**
	 * Objects that need not be looked up.
	 */
	OwnObjects(OwnRegistration own, OwnApplication application, UUID principal) {
		this(own);
		this.application = application;
		this.principal = principal;
	}

	boolean isAppId(UUID appId) {
		return this.own.is(appId);
	}

	/**
	 * The application object, unless it lives in another tenant.
	 */
	Optional<OwnApplication> application(ApplicationReads reads) {
		OwnApplication known = this.application;
		if (known == null) {
			known = reads.byAppId(this.own.appId())
				.map((found) -> new OwnApplication(found.objectId(), found.uniqueName()))
				.orElse(null);
			this.application = known;
		}
		return Optional.ofNullable(known);
	}

	/**
	 * Object id of the service principal.
	 */
	Optional<UUID> principal(PrincipalReads reads) {
		UUID known = this.principal;
		if (known == null) {
			known = reads.byAppId(this.own.appId()).map(ServicePrincipalRecord::objectId).orElse(null);
			this.principal = known;
		}
		return Optional.ofNullable(known);
	}

	/**
	 * Keys of the application object.
	 */
	record OwnApplication(UUID objectId, @Nullable String uniqueName) {
	}

}
