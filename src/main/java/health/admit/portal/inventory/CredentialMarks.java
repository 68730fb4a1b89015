package health.admit.portal.inventory;

import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Writes what the help desk does about a credential into the index.
 */
@Component
class CredentialMarks {

	/**
	 * Writes the work state of a credential.
	 * @return whether the credential is there
	 */
	boolean mark(UUID tenant, CredentialKey key, WorkState work) {
		return false;
	}

}
