package health.admit.portal.connection;

import java.time.Clock;
import java.util.Optional;

import health.admit.portal.cloud.Cloud;

/**
 * Tests a client step by step and stops at the first step that does not pass. What
 * happens is told to {@link Progress} as it happens.
 */
final class ConnectionTest {

	private final ServiceWire wire;

	private final TokenService tokens;

	private final Patience patience;

	private final Cloud cloud;

	private final Clock clock;

	ConnectionTest(ServiceWire wire, TokenService tokens, Patience patience, Cloud cloud, Clock clock) {
		this.wire = wire;
		this.tokens = tokens;
		this.patience = patience;
		this.cloud = cloud;
		this.clock = clock;
	}

	/**
	 * Runs a test to its end.
	 * @param credential let go of as soon as it is not needed any more
	 * @param roles asked when the service refuses the client
	 */
	void run(TestPlan plan, HeldCredential credential, ArrivingRoles roles, Waiting waiting, Progress progress) {
		try (credential) {
			ServiceSteps service = new ServiceSteps(plan, this.wire, this.cloud, progress);
			TokenSteps token = new TokenSteps(plan, this.tokens, this.patience, this.clock, waiting, progress);
			AccessStep access = new AccessStep(service, this.patience, roles, this.clock, waiting, progress);
			progress.end(passes(service, token, access, credential) ? Phase.PASSED : Phase.FAILED);
		}
		catch (Waiting.Stopped ex) {
			progress.end(ex.phase());
		}
	}

	private static boolean passes(ServiceSteps service, TokenSteps tokenSteps, AccessStep access,
			HeldCredential credential) {
		if (!service.reach()) {
			return false;
		}
		Optional<String> audience = service.trust();
		if (audience.isEmpty()) {
			return false;
		}
		IssuedToken token = tokenSteps.token(audience.get(), credential);
		credential.close();
		return token != null && access.passes(token);
	}

}
