/**
 * Who is signed in, what they may do, and the sealed tokens that act for them.
 */
@ApplicationModule(displayName = "Sign-in", allowedDependencies = { "cloud" })
@NullMarked
package health.admit.portal.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
