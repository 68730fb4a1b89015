/**
 * Entra sign-in and token endpoints.
 */
@NullMarked
package health.admit.sandbox.oidc;

import org.jspecify.annotations.NullMarked;
