package health.admit.portal.operation;

import java.util.Optional;

import health.admit.portal.cloud.SecretValue;
import health.admit.portal.signin.Operator;

import org.springframework.http.ResponseCookie;

/**
 * Keeps the secret that a step brings, for the one browser that may see it.
 */
public interface SecretKeeper {

	/**
	 * Makes ready to keep a secret for the browser of this operator, who starts the
	 * operation or takes it over.
	 * @return the cookie that the browser needs to read it; empty when the secret was
	 * kept for an earlier one already
	 */
	Optional<ResponseCookie> prepare(OperationId operation, Operator operator);

	/**
	 * Seals the secret, within the transaction that records the outcome.
	 */
	void keep(OperationId operation, SecretValue secret);

	/**
	 * Lets a kept secret be read from now on, for as long as anybody may; within the
	 * transaction that records the end of the operation.
	 */
	void finished(OperationId operation);

}
