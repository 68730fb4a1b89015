/**
 * The people, services and applications of Contoso Health.
 */
@NullMarked
package health.admit.sandbox.seed;

import org.jspecify.annotations.NullMarked;
