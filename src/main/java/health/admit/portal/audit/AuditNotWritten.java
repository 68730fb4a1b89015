package health.admit.portal.audit;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * The audit trail does not take an entry, so the deed must not happen.
 */
public class AuditNotWritten extends NonTransientDataAccessResourceException {

	public AuditNotWritten(DataAccessException cause) {
		super("The audit trail does not take an entry", cause);
	}

}
