package health.admit.portal.audit;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail. It never holds a secret or a token.
 *
 * @param tenant the tenant acted in
 * @param actor object id of the person who acted
 * @param action what was done, a stable dotted name such as
 * {@code application.create.will}
 * @param operation the operation it belongs to
 * @param target what it was done to, by id
 * @param details further facts by name, such as request ids and refusal codes
 */
public record AuditEntry(UUID tenant, UUID actor, String action, @Nullable UUID operation, String target,
		Map<String, String> details) {

	public AuditEntry {
		details = Map.copyOf(details);
	}

}
