package health.admit.portal.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An app role that applications can hold: what a client may do as itself.
 */
public record ApplicationPermission(UUID id, String value, @Nullable String name, @Nullable String description) {
}
