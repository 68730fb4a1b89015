/**
 * The Microsoft cloud the portal talks to: its endpoints, well-known ids and host rules,
 * and the form every answer from it takes.
 */
@ApplicationModule(displayName = "Cloud", allowedDependencies = {})
@NullMarked
package health.admit.portal.cloud;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
