/**
 * The APIs a client may call, their scopes and app roles, and admin consent.
 */
@ApplicationModule(displayName = "Permissions", allowedDependencies = { "cloud", "signin", "directory", "operation" })
@NullMarked
package health.admit.portal.permissions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
