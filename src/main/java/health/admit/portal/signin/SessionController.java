package health.admit.portal.signin;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Lets a person stay signed in while reading or typing.
 */
@Controller
class SessionController {

	private final SessionLimits limits;

	private final Clock clock;

	SessionController(SessionLimits limits, Clock clock) {
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Every request renews the idle time; this one does nothing else.
	 */
	@PostMapping("/session/extend")
	@ResponseBody
	SessionView extend(OperatorAuthentication who) {
		return new SessionView(this.limits.rest(who.since(), this.clock.instant()), this.limits.end(who.since()));
	}

	/**
	 * When the session ends.
	 *
	 * @param idleEnds if nothing more is done
	 * @param ends whatever is done
	 */
	record SessionView(Instant idleEnds, Instant ends) {
	}

}
