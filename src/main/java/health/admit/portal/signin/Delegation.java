package health.admit.portal.signin;

import java.util.UUID;

/**
 * A handle on the tokens that act for one signed-in operator. It holds no token, may be
 * stored, and stops working when the session behind it ends.
 *
 * @param grant key of the sealed tokens
 * @param tenant tenant of the operator
 * @param operator object id of the operator
 */
public record Delegation(UUID grant, UUID tenant, UUID operator) {
}
