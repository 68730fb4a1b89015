/**
 * Mail to owners before their credentials end.
 */
@ApplicationModule(displayName = "Reminders", allowedDependencies = { "cloud", "signin", "inventory" })
@NullMarked
package health.admit.portal.reminders;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
