/**
 * The admin portal. Its modules are the packages below this one.
 */
@NullMarked
package health.admit.portal;

import org.jspecify.annotations.NullMarked;
