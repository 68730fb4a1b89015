package health.admit.portal.applications;

import java.util.UUID;

import health.admit.portal.directory.DirectoryPerson;

/**
 * An owner of an application.
 *
 * @param name hostile input; empty when it may not be read
 * @param username hostile input; may be empty
 * @param disabled whether the account is known to be blocked
 */
record OwnerView(UUID objectId, String name, String username, boolean disabled, boolean guest) {

	static OwnerView of(DirectoryPerson owner) {
		return new OwnerView(owner.objectId(), Excerpt.of(owner.displayName(), Excerpt.NAME),
				Excerpt.of(owner.username(), Excerpt.NAME), Boolean.FALSE.equals(owner.enabled()), owner.guest());
	}

}
