/**
 * Registrations that exist already: one page each, read from the directory.
 */
@ApplicationModule(displayName = "Applications",
		allowedDependencies = { "cloud", "signin", "directory", "azure", "access", "credentials", "operation", "kits" })
@NullMarked
package health.admit.portal.applications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
