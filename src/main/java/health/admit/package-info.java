/**
 * The entry point, which starts the portal and, on request, the embedded sandbox cloud.
 */
@NullMarked
package health.admit;

import org.jspecify.annotations.NullMarked;
