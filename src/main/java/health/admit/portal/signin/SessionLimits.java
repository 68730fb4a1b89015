package health.admit.portal.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * How long sessions last.
 *
 * @param idle how long one may rest; every request starts this anew
 * @param absolute how long one may last at all
 */
public record SessionLimits(Duration idle, Duration absolute) {

	/**
	 * When a session that began then ends, whatever is done in it.
	 */
	Instant end(Instant since) {
		return since.plus(this.absolute);
	}

	/**
	 * When a session that began then ends, if nothing more is done in it.
	 */
	Instant rest(Instant since, Instant now) {
		Instant rest = now.plus(this.idle);
		return rest.isBefore(end(since)) ? rest : end(since);
	}

}
