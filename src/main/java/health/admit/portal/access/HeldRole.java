package health.admit.portal.access;

import java.util.Set;

import health.admit.portal.azure.RoleAssignment;

/**
 * A role that a principal has.
 *
 * @param roleName hostile input when shown; the id where the definition cannot be read
 * @param permits what it permits with health data; empty where the definition cannot be
 * read
 */
public record HeldRole(RoleAssignment assignment, String roleName, Set<DataAction> permits) {
}
