package health.admit.portal.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.azure.AllAssignments;
import health.admit.portal.azure.Assignments;
import health.admit.portal.azure.AzureRefused;
import health.admit.portal.azure.AzureUnavailable;
import health.admit.portal.azure.Azures;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.StepUpRequired;
import health.admit.portal.signin.TokensRefused;
import org.springframework.stereotype.Component;

/**
 * Looks up which Azure roles the principal of a token has.
 */
@Component
class AzureRoles {

	private static final String UNREAD = "azure.unread";

	private static final String NONE = "azure.none";

	private static final String OTHER = "azure.other";

	/** More would say no more. */
	private static final int MOST_NAMED = 10;

	private final Azures azures;

	private final Clock clock;

	AzureRoles(Azures azures, Clock clock) {
		this.azures = azures;
		this.clock = clock;
	}

	/** What to say of the principal; empty where the token names none. */
	List<Check> of(TokenClaims token, Delegation delegation) {
		return token.principal().map((principal) -> checks(principal, delegation)).orElse(List.of());
	}

	/** Whether this is the check that says that the operator has not agreed to it. */
	static boolean isUnread(Check check) {
		return check.key().endsWith(UNREAD);
	}

	/** Whether this is the check that says that a data role is missing. */
	static boolean isMissing(Check check) {
		return check.key().endsWith(NONE) || check.key().endsWith(OTHER);
	}

	private List<Check> checks(UUID principal, Delegation delegation) {
		try {
			return told(this.azures.actingFor(delegation).assignmentsOf(principal));
		}
		catch (StepUpRequired ex) {
			// A detour through sign-in would lose what was pasted; the page offers it.
			return List.of(Check.note(UNREAD, principal.toString()));
		}
		catch (AzureRefused | AzureUnavailable | TokensRefused ex) {
			return List.of(Check.note("azure.failed", principal.toString()));
		}
	}

	private List<Check> told(AllAssignments all) {
		Assignments found = all.found();
		String principal = found.principal().toString();
		List<Check> checks = new ArrayList<>();
		named(found, false).ifPresent((roles) -> checks.add(Check.good("azure", principal, roles)));
		named(found, true).ifPresent((roles) -> checks.add(Check.good("azure.group", principal, roles)));
		found.items().forEach((assignment) -> fresh(assignment).ifPresent(checks::add));
		if (checks.isEmpty()) {
			checks.add(all.isComplete() ? missing(found, principal) : Check.note("azure.partly", principal));
		}
		if (!found.withGroups()) {
			checks.add(Check.note("azure.alone", principal));
		}
		return checks;
	}

	/** A role that was given a moment ago explains a 403. */
	private Optional<Check> fresh(RoleAssignment assignment) {
		Instant now = this.clock.instant();
		return DataRole.of(assignment.role())
			.filter((role) -> assignment.isFresh(now))
			.map((role) -> Check.note("azure.fresh", role.title() + " (" + assignment.scope() + ")",
					String.valueOf(Duration.between(assignment.created(), now).toMinutes())));
	}

	private static Check missing(Assignments found, String principal) {
		String key = found.items().isEmpty() ? NONE : OTHER;
		String count = String.valueOf(found.items().size());
		return found.withGroups() ? Check.bad(key, principal, count) : Check.note(key, principal, count);
	}

	private static Optional<String> named(Assignments found, boolean throughGroup) {
		List<String> named = found.items()
			.stream()
			.filter((assignment) -> found.throughGroup(assignment) == throughGroup)
			.flatMap((assignment) -> DataRole.of(assignment.role())
				.map((role) -> role.title() + " (" + assignment.scope() + ")")
				.stream())
			.limit(MOST_NAMED)
			.toList();
		return named.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", named));
	}

}
