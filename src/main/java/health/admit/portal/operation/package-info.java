/**
 * Durable plans of remote writes: journal before call, resume after a crash, progress in
 * plain words.
 */
@ApplicationModule(displayName = "Operations", allowedDependencies = { "cloud", "signin", "audit" })
@NullMarked
package health.admit.portal.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
