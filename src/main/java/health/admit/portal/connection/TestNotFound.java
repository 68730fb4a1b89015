package health.admit.portal.connection;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * No such test, or somebody else's.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
class TestNotFound extends RuntimeException {

	TestNotFound(UUID id) {
		super("No connection test " + id + " of this person");
	}

}
