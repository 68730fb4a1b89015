package health.admit.portal.inventory;

import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Writes what the help desk does about a credential into the index.
 */
@Component
class CredentialMarks {

	private final Holds holds;

	private final Index index;

	CredentialMarks(Holds holds, Index index) {
		this.holds = holds;
		this.index = index;
	}

	/**
	 * Writes the work state of a credential.
	 * @return whether the credential is there
	 */
	boolean mark(UUID tenant, CredentialKey key, WorkState work) {
		return this.holds.locked(tenant, () -> this.index.mark(tenant, key, work));
	}

}
