/**
 * Secrets, certificates and federated credentials: tenant policy, creation, and showing a
 * secret exactly once.
 */
@ApplicationModule(displayName = "Credentials",
		allowedDependencies = { "cloud", "signin", "audit", "directory", "operation" })
@NullMarked
package health.admit.portal.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
