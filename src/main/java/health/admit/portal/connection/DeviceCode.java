package health.admit.portal.connection;

import java.time.Duration;

/**
 * A sign-in that somebody completes on another page.
 *
 * @param code redeems the sign-in; a credential, never shown
 * @param userCode what the person types
 * @param page where the person types it
 * @param life how long it can be used
 * @param interval the shortest time between two looks
 */
record DeviceCode(String code, String userCode, String page, Duration life, Duration interval) {

	@Override
	public String toString() {
		return "DeviceCode[redacted]";
	}

}
