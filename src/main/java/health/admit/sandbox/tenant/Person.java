package health.admit.sandbox.tenant;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody one can sign in as.
 *
 * @param directoryRoles role template ids the person holds, as they appear in
 * {@code wids}
 * @param about one sentence for the sign-in page: what this person may do
 */
public record Person(UUID objectId, String displayName, String givenName, String surname, String userPrincipalName,
		String mail, boolean guest, boolean enabled, Set<UUID> directoryRoles, String about) {
}
