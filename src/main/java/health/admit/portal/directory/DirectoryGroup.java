package health.admit.portal.directory;

import java.util.UUID;

/**
 * A group that roles can be given to.
 *
 * @param displayName hostile input when shown
 */
public record DirectoryGroup(UUID objectId, String displayName) {
}
