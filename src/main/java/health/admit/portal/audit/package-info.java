/**
 * The append-only, hash-chained record of who did what.
 */
@ApplicationModule(displayName = "Audit", allowedDependencies = { "signin" })
@NullMarked
package health.admit.portal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
