package health.admit.portal.registration;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Step 1: what the client is called and what it is for.
 *
 * @param sameNameAccepted whether the admin saw that the name is taken and wants another
 * one
 */
record Basics(String name, Purpose purpose, AccountTypes accountTypes, @Nullable String description,
		@Nullable String notes, @Nullable String serviceManagementReference, List<Owner> owners,
		boolean sameNameAccepted) {

	/**
	 * Somebody who will own the registration.
	 */
	record Owner(UUID objectId, String displayName) {
	}

}
