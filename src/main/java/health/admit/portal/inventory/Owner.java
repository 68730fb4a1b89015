package health.admit.portal.inventory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An owner as last read. Names are hostile input when shown, and empty where the reader
 * may not see them.
 */
public record Owner(UUID objectId, String name, String username, @Nullable String mail, OwnerState state) {
}
