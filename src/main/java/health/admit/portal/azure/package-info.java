/**
 * The gateway to Azure Resource Manager: the health services an operator can see, the
 * roles on them, and who has which; own records in, own records and answers out.
 */
@ApplicationModule(displayName = "Azure", allowedDependencies = { "cloud", "signin" })
@NullMarked
package health.admit.portal.azure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
