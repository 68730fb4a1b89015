/**
 * Switches that make the sandbox lag, throttle, refuse or cut its answers.
 */
@NullMarked
package health.admit.sandbox.faults;

import org.jspecify.annotations.NullMarked;
