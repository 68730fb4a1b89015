/**
 * Tests a client end to end: from the service's address to the first answer the client is
 * allowed to read, step by step and in words.
 */
@ApplicationModule(displayName = "Connection",
		allowedDependencies = { "cloud", "signin", "audit", "azure", "access", "doctor" })
@NullMarked
package health.admit.portal.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
