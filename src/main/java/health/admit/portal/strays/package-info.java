/**
 * The late net: secrets that the portal made and that no operation keeps, found by their
 * markers in the index, and their removal.
 */
@ApplicationModule(displayName = "Strays",
		allowedDependencies = { "cloud", "signin", "inventory", "operation", "credentials" })
@NullMarked
package health.admit.portal.strays;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
