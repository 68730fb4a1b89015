package health.admit.portal.registration;

import health.admit.portal.operation.OperationId;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * There is no registration with this id in the operator's tenant.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
class OperationNotFound extends RuntimeException {

	OperationNotFound(OperationId id) {
		super("No registration " + id + " in this tenant");
	}

}
