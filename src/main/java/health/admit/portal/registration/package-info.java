/**
 * The wizard that registers a client, from the first question to the result page.
 */
@ApplicationModule(displayName = "Registration",
		allowedDependencies = { "cloud", "signin", "directory", "operation", "credentials", "permissions", "azure",
				"access", "inventory" })
@NullMarked
package health.admit.portal.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
