package health.admit.portal.operation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What the page asks that undoes an operation.
 *
 * @param sure the registrar wants it, having read what goes
 * @param plan hash of the plan the page showed
 */
record UndoForm(@NotNull(message = "{operation.undo.sure.empty}") @AssertTrue(
		message = "{operation.undo.sure.empty}") @Nullable Boolean sure, @Nullable String plan) {

	String seen() {
		return (this.plan != null) ? this.plan : "";
	}

}
