package health.admit.portal.operation;

import java.util.LinkedHashMap;
import java.util.Map;

import health.admit.portal.audit.AuditEntry;
import health.admit.portal.operation.StepRow.Said;
import health.admit.portal.signin.Delegation;
import org.jspecify.annotations.Nullable;

/**
 * How operations appear in the audit trail.
 */
final class AuditEntries {

	static final String APPLICATION = "applicationObjectId";

	private AuditEntries() {
	}

	static AuditEntry step(OperationRow operation, Change change, StepEvent.Kind kind) {
		StepRow step = change.step();
		Map<String, String> details = new LinkedHashMap<>();
		details.put("step", Integer.toString(step.position() + 1));
		details.put("attempt", Integer.toString(step.sent().attempt()));
		put(details, "clientRequestId", change.clientRequestId());
		if (!kind.isIntent()) {
			Said said = step.said();
			put(details, "requestId", said.requestId());
			put(details, "code", said.code());
			change.facts().forEach((name, value) -> details.put("fact." + name, value));
		}
		return new AuditEntry(operation.tenant(), operation.delegation().operator(),
				step.planned().kind() + "." + kind.action(), operation.id().value(), target(operation, change.facts()),
				details);
	}

	static AuditEntry operation(OperationRow operation, String action, Delegation by) {
		return new AuditEntry(operation.tenant(), by.operator(), "operation." + action, operation.id().value(),
				target(operation, Map.of()), Map.of("kind", operation.plan().kind(), "planHash", operation.planHash(),
						"startedBy", operation.startedBy().toString()));
	}

	private static String target(OperationRow operation, Map<String, String> brought) {
		if (operation.target() != null) {
			return operation.target();
		}
		String made = brought.getOrDefault(APPLICATION, operation.facts().get(APPLICATION));
		return (made != null) ? made : operation.id().uniqueName();
	}

	private static void put(Map<String, String> details, String name, @Nullable Object value) {
		if (value != null) {
			details.put(name, value.toString());
		}
	}

}
