package health.admit.portal.azure;

/**
 * What the operator may do with role assignments on a resource. A condition on the
 * operator's own role may still forbid a single one.
 */
public record Rights(boolean mayAssign, boolean mayRemove) {
}
