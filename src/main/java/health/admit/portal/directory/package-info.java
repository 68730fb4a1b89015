/**
 * The gateway to Microsoft Graph: own records in, own records and answers out; the only
 * package that sees the Graph SDK.
 */
@ApplicationModule(displayName = "Directory", allowedDependencies = { "cloud", "signin" })
@NullMarked
package health.admit.portal.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
