package health.admit.portal.registration;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The draft was discarded or purged, or belongs to somebody else.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
class DraftNotFound extends RuntimeException {

	DraftNotFound(UUID id) {
		super("No draft " + id + " for this operator");
	}

}
