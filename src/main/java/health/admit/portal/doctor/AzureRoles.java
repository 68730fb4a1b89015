package health.admit.portal.doctor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.azure.AzureRefused;
import health.admit.portal.azure.AzureUnavailable;
import health.admit.portal.azure.Azures;
import health.admit.portal.azure.Found;
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

	/** More would say no more. */
	private static final int MOST_NAMED = 10;

	private final Azures azures;

	AzureRoles(Azures azures) {
		this.azures = azures;
	}

	/** What to say of the principal; empty where the token names none. */
	Optional<Check> of(TokenClaims token, Delegation delegation) {
		return token.principal().map((principal) -> check(principal, delegation));
	}

	/** Whether this is the check that says that the operator has not agreed to it. */
	static boolean isUnread(Check check) {
		return check.key().endsWith(UNREAD);
	}

	private Check check(UUID principal, Delegation delegation) {
		try {
			return told(principal, this.azures.actingFor(delegation).assignmentsOf(principal));
		}
		catch (StepUpRequired ex) {
			// A detour through sign-in would lose what was pasted; the page offers it.
			return Check.note(UNREAD, principal.toString());
		}
		catch (AzureRefused | AzureUnavailable | TokensRefused ex) {
			return Check.note("azure.failed", principal.toString());
		}
	}

	private static Check told(UUID principal, Found<RoleAssignment> found) {
		List<String> named = found.items()
			.stream()
			.flatMap((assignment) -> DataRole.of(assignment.role())
				.map((role) -> role.title() + " (" + assignment.scope() + ")")
				.stream())
			.limit(MOST_NAMED)
			.toList();
		if (!named.isEmpty()) {
			return Check.good("azure", principal.toString(), String.join(", ", named));
		}
		if (!found.isComplete()) {
			return Check.note("azure.partly", principal.toString());
		}
		return found.items().isEmpty() ? Check.bad("azure.none", principal.toString())
				: Check.bad("azure.other", principal.toString(), String.valueOf(found.items().size()));
	}

}
