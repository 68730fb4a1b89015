/**
 * The index of all applications and credentials of a tenant: how it is read, how complete
 * it is, and what can be asked of it.
 */
@ApplicationModule(displayName = "Inventory", allowedDependencies = { "cloud", "signin", "directory" })
@NullMarked
package health.admit.portal.inventory;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
