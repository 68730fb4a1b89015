/**
 * The pages on which the help desk sees which credentials end when, and what is done
 * about each.
 */
@ApplicationModule(displayName = "Expiry", allowedDependencies = { "cloud", "signin", "directory", "inventory" })
@NullMarked
package health.admit.portal.expiry;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
