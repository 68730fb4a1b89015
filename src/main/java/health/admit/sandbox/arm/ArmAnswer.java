package health.admit.sandbox.arm;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Resource Manager answers.
 */
record ArmAnswer(int status, @Nullable ObjectNode body) {

	static ArmAnswer ok(ObjectNode body) {
		return new ArmAnswer(200, body);
	}

	static ArmAnswer created(ObjectNode body) {
		return new ArmAnswer(201, body);
	}

	static ArmAnswer noContent() {
		return new ArmAnswer(204, null);
	}

}
