package health.admit.sandbox.oidc;

import java.util.Set;

import health.admit.sandbox.tenant.Principal;

/**
 * What is asked of one resource.
 *
 * @param audience the name the client used for the resource
 * @param scopes scope values; empty when all are asked for
 * @param all whether {@code .default} was asked for
 */
record Ask(String audience, Principal resource, Set<String> scopes, boolean all) {
}
