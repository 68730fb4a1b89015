package health.admit.portal.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A scope: what a client may do on behalf of a signed-in user.
 *
 * @param adminOnly whether only an administrator can consent
 */
public record DelegatedPermission(UUID id, String value, @Nullable String name, @Nullable String description,
		boolean adminOnly) {
}
