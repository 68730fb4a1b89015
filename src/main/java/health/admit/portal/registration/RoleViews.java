package health.admit.portal.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.portal.access.AccessSteps;
import health.admit.portal.access.AssignmentOutcome;
import health.admit.portal.access.Grantee;
import health.admit.portal.access.HandOver;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.cloud.Cloud;

/**
 * Says which roles a new client's registration brought, and what is left to do.
 */
@Component
class RoleViews {

	private final Cloud cloud;

	private final Texts texts;

	private final Clock clock;

	RoleViews(Cloud cloud, Texts texts, Clock clock) {
		this.cloud = cloud;
		this.texts = texts;
		this.clock = clock;
	}

	List<ResultView.Role> of(RegisteredClient client) {
		List<ResultView.Role> roles = new ArrayList<>();
		for (AccessChoice.Service service : client.access().services()) {
			for (Grantee grantee : client.access().grantees(client.name())) {
				roles.add(role(client, service, grantee));
			}
		}
		return roles;
	}

	private ResultView.Role role(RegisteredClient client, AccessChoice.Service service, Grantee grantee) {
		String what = this.texts.get("registration.result.role", service.roleName(), service.name(), grantee.name());
		UUID known = grantee.objectId();
		UUID principal = (known != null) ? known : UUID.fromString(client.servicePrincipalId());
		ResourceId scope = (service.id() != null) ? new ResourceId(service.id()) : null;
		AssignmentOutcome outcome = (scope != null)
				? AccessSteps.outcome(client.facts(), scope, principal, service.role())
				: new AssignmentOutcome(null, "");
		if (outcome.isAssigned()) {
			return new ResultView.Role(what, this.texts.get("registration.result.role.assigned"), outcome.assignedAt(),
					left(outcome.assignedAt()), null, null);
		}
		HandOver handOver = HandOver.of(this.cloud, scope, principal, grantee.type(), service.role());
		String state = outcome.refusal().isEmpty() ? this.texts.get("registration.result.role.byOthers")
				: this.texts.get("registration.result.role.refused", outcome.refusal());
		return new ResultView.Role(what, state, null, null, handOver.command(), handOver.page());
	}

	private @Nullable String left(@Nullable Instant since) {
		if (since == null) {
			return null;
		}
		Duration left = Duration.between(this.clock.instant(), since.plus(RoleAssignment.SPREADING));
		return (left.isNegative() || left.isZero()) ? null
				: this.texts.get("registration.result.role.left", left.toMinutes() + 1);
	}

}
