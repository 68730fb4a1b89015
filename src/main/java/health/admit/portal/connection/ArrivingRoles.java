package health.admit.portal.connection;

import java.util.UUID;

/**
 * Tells whether time may bring a role that the service does not know of.
 */
@FunctionalInterface
interface ArrivingRoles {

	/**
	 * Whether the principal got a role so lately that the service may not know it yet.
	 */
	boolean has(UUID principal);

}
