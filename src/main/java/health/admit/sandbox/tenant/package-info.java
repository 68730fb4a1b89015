/**
 * The one tenant of the sandbox: people, applications, service principals, grants and
 * policies, kept in a compact store.
 */
@NullMarked
package health.admit.sandbox.tenant;

import org.jspecify.annotations.NullMarked;
