/**
 * The frame around every page: layout model, navigation, error pages. Nobody depends on
 * it.
 */
@ApplicationModule(displayName = "Web",
		allowedDependencies = { "cloud", "signin", "audit", "directory", "operation", "inventory", "strays" })
@NullMarked
package health.admit.portal.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
