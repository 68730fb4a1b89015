package health.admit.portal.operation;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * No such operation, or one of another tenant.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
class OperationNotFound extends RuntimeException {

	OperationNotFound(OperationId id) {
		super("No operation " + id + " in this tenant");
	}

}
