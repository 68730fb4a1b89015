/**
 * Azure Resource Manager as far as Health Data Services and role assignments need it.
 */
@NullMarked
package health.admit.sandbox.arm;

import org.jspecify.annotations.NullMarked;
