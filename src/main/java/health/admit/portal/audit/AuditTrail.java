package health.admit.portal.audit;

/**
 * The append-only record of who did what. It fails closed: when an entry cannot be
 * written, the deed must not happen.
 */
public interface AuditTrail {

	/**
	 * Appends one entry within the caller's transaction, chained to the entry before it.
	 * @throws AuditNotWritten when it cannot be written; the transaction has to be rolled
	 * back
	 */
	void append(AuditEntry entry);

}
