package health.admit.portal.expiry;

/**
 * What has happened to the work on a credential. The first group is done by people, the
 * second by the portal itself.
 */
enum WorkEvent {

	CLAIMED, GIVEN_BACK, TICKET, NOTED, SNOOZED, WOKEN, DONE, REOPENED,

	/** Somebody claimed it without ending that it is put off. */
	CLAIMED_PUT_OFF,

	/** The day came until which it was put off. */
	SNOOZE_OVER,

	/** The credential is gone and a newer one is there. */
	CLOSED_REPLACED,

	/** The application is gone. */
	CLOSED_GONE,

	/** It was done, and now the credential is gone and a newer one is there. */
	FOUND_REPLACED,

	/** It was done, and now the credential is gone, though nothing took its place. */
	FOUND_GONE,

	/** It was done, but the credential is still there and nothing took its place. */
	REOPENED_BY_INDEX,

	/** It was done, but what took the place of the credential is gone as well. */
	REOPENED_UNREPLACED,

	/** The credential is gone although nothing took its place. */
	LOST,

	/** The credential is back. */
	BACK

}
