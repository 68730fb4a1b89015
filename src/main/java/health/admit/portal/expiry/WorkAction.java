package health.admit.portal.expiry;

/**
 * What somebody may do about a credential.
 */
enum WorkAction {

	CLAIM, GIVE_BACK, TICKET, NOTE, SNOOZE, WAKE, DONE, REOPEN

}
