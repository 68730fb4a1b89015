package health.admit.portal.operation;

import health.admit.portal.cloud.SecretValue;

/**
 * Seals the secret that a step brought, within the transaction that records the outcome.
 */
public interface SecretKeeper {

	/**
	 * Seals the secret for the browser that confirmed the operation.
	 */
	void keep(OperationId operation, SecretValue secret);

}
