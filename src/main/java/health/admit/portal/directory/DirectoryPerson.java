package health.admit.portal.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A user, or a service principal that owns something.
 *
 * @param displayName hostile input when shown
 * @param username user principal name; null for a service principal
 * @param enabled whether the account may sign in; null when not known
 * @param guest whether the account belongs to another organisation
 * @param mail where to write to; null when there is none or it is not known
 */
public record DirectoryPerson(UUID objectId, String displayName, @Nullable String username, @Nullable Boolean enabled,
		boolean guest, @Nullable String mail) {

	/** Somebody whose mail address is not known. */
	public DirectoryPerson(UUID objectId, String displayName, @Nullable String username, @Nullable Boolean enabled,
			boolean guest) {
		this(objectId, displayName, username, enabled, guest, null);
	}

}
