package health.admit.sandbox.arm;

import java.util.Optional;

/**
 * Some of the operations of Resource Manager.
 */
interface ArmResource {

	/**
	 * Serves a request.
	 * @return empty when the operation is not one of these
	 */
	Optional<ArmAnswer> answer(ArmRequest request);

}
