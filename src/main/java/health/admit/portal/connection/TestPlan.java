package health.admit.portal.connection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.admit.portal.cloud.HealthAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is to be tested.
 *
 * @param need what the client's role lets it do
 * @param audience the audience of the service as Azure tells it, for a service whose
 * challenge names none; null where nobody has looked
 * @param redirectUri where a sign-in brings its code; null where there is none
 * @param roleGiven when the page that led to the test says that a role was given; null
 * where it says nothing
 */
record TestPlan(HealthAddress.Accepted service, UUID clientId, Need need, @Nullable String audience,
		@Nullable String redirectUri, @Nullable Instant roleGiven) {

	/** The steps for a credential. */
	static List<Step> steps(boolean device) {
		List<Step> steps = new ArrayList<>(List.of(Step.values()));
		if (!device) {
			steps.remove(Step.SIGN_IN);
		}
		return steps;
	}

}
