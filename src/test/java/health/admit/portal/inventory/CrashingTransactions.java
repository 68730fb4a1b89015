package health.admit.portal.inventory;

import java.util.function.BooleanSupplier;

import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Dies now and then, right before or right after a commit.
 */
final class CrashingTransactions implements TransactionOperations {

	private final TransactionOperations real;

	BooleanSupplier dieBefore = () -> false;

	BooleanSupplier dieAfter = () -> false;

	CrashingTransactions(TransactionOperations real) {
		this.real = real;
	}

	@Override
	public <T> T execute(TransactionCallback<T> action) {
		T result = this.real.execute((status) -> {
			T inner = action.doInTransaction(status);
			if (this.dieBefore.getAsBoolean()) {
				throw new Crash();
			}
			return inner;
		});
		if (this.dieAfter.getAsBoolean()) {
			throw new Crash();
		}
		return result;
	}

}
