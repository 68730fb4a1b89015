/**
 * Microsoft Graph v1.0 as far as the portal and its users need it.
 */
@NullMarked
package health.admit.sandbox.graph;

import org.jspecify.annotations.NullMarked;
