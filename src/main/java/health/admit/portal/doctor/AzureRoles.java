package health.admit.portal.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import health.admit.portal.azure.AllAssignments;
import health.admit.portal.azure.Assignments;
import health.admit.portal.azure.AzureRefused;
import health.admit.portal.azure.AzureUnavailable;
import health.admit.portal.azure.Azures;
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthApi;
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

	private static final String OTHER_KIND = "azure.otherKind";

	private static final String ELSEWHERE = "azure.elsewhere";

	/** More would say no more. */
	private static final int MOST_NAMED = 10;

	private static final Set<String> MISSING = Stream.of(NONE, OTHER, OTHER_KIND, ELSEWHERE)
		.map((key) -> Check.note(key).key())
		.collect(Collectors.toUnmodifiableSet());

	private final Azures azures;

	private final Cloud cloud;

	private final Clock clock;

	AzureRoles(Azures azures, Cloud cloud, Clock clock) {
		this.azures = azures;
		this.cloud = cloud;
		this.clock = clock;
	}

	/** What to say of the principal; empty where the token names none. */
	List<Check> of(TokenClaims token, Delegation delegation) {
		return token.principal().map((principal) -> checks(principal, token, delegation)).orElse(List.of());
	}

	/** Whether this is the check that says that the operator has not agreed to it. */
	static boolean isUnread(Check check) {
		return check.key().endsWith(UNREAD);
	}

	/** Whether this is the check that says that a fitting data role is missing. */
	static boolean isMissing(Check check) {
		return MISSING.contains(check.key());
	}

	private List<Check> checks(UUID principal, TokenClaims token, Delegation delegation) {
		try {
			return told(this.azures.actingFor(delegation).assignmentsOf(principal), token);
		}
		catch (StepUpRequired ex) {
			// A detour through sign-in would lose what was pasted; the page offers it.
			return List.of(Check.note(UNREAD, principal.toString()));
		}
		catch (AzureRefused | AzureUnavailable | TokensRefused ex) {
			return List.of(Check.note("azure.failed", principal.toString()));
		}
	}

	private List<Check> told(AllAssignments all, TokenClaims token) {
		Target target = Target.of(token.audiences(), this.cloud);
		Assignments found = all.found();
		String principal = found.principal().toString();
		List<Check> checks = new ArrayList<>();
		fitting(found, target, false).ifPresent((roles) -> checks.add(held("azure", target, token, roles, principal)));
		fitting(found, target, true)
			.ifPresent((roles) -> checks.add(held("azure.group", target, token, roles, principal)));
		found.items()
			.stream()
			.filter(target::isOpenTo)
			.forEach((assignment) -> fresh(assignment).ifPresent(checks::add));
		if (checks.isEmpty()) {
			checks.add(all.isComplete() ? missing(found, target, principal) : Check.note("azure.partly", principal));
		}
		if (!found.withGroups()) {
			checks.add(Check.note("azure.alone", principal));
		}
		return checks;
	}

	private static Check held(String key, Target target, TokenClaims token, String roles, String principal) {
		return (target.api() != null) ? Check.good(key, principal, roles)
				: Check.note(key + ".untold", principal, roles, String.join(", ", token.audiences()));
	}

	/** A role that was given a moment ago explains a 403. */
	private Optional<Check> fresh(RoleAssignment assignment) {
		Instant now = this.clock.instant();
		return DataRole.of(assignment.role())
			.filter((role) -> assignment.isFresh(now))
			.map((role) -> Check.note("azure.fresh", role.title() + " (" + assignment.scope() + ")",
					String.valueOf(Duration.between(assignment.created(), now).toMinutes())));
	}

	private static Check missing(Assignments found, Target target, String principal) {
		String unfitting = named(found.items().stream()).orElse("");
		HealthApi api = target.api();
		if (api == null || unfitting.isEmpty()) {
			return missing(found, found.items().isEmpty() ? NONE : OTHER, principal,
					String.valueOf(found.items().size()));
		}
		return (target.address() != null)
				? missing(found, ELSEWHERE, principal, unfitting, api.name(), target.address().toString())
				: missing(found, OTHER_KIND, principal, unfitting, api.name());
	}

	private static Check missing(Assignments found, String key, String... values) {
		return found.withGroups() ? Check.bad(key, values) : Check.note(key, values);
	}

	private static Optional<String> fitting(Assignments found, Target target, boolean throughGroup) {
		return named(found.items()
			.stream()
			.filter((assignment) -> found.throughGroup(assignment) == throughGroup)
			.filter(target::isOpenTo));
	}

	private static Optional<String> named(Stream<RoleAssignment> assignments) {
		List<String> named = assignments
			.flatMap((assignment) -> DataRole.of(assignment.role())
				.map((role) -> role.title() + " (" + assignment.scope() + ")")
				.stream())
			.limit(MOST_NAMED)
			.toList();
		return named.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", named));
	}

}
