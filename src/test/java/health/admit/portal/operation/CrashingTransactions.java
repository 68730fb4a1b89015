package health.admit.portal.operation;

import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts transactions, and dies right before or right after the commit of a chosen one.
 */
final class CrashingTransactions implements TransactionOperations {

	private final TransactionOperations real;

	private int count;

	private int dieAt = -1;

	private boolean afterCommit;

	CrashingTransactions(TransactionOperations real) {
		this.real = real;
	}

	void dieAt(int transaction, boolean afterCommit) {
		this.count = 0;
		this.dieAt = transaction;
		this.afterCommit = afterCommit;
	}

	int count() {
		return this.count;
	}

	@Override
	public <T> T execute(TransactionCallback<T> action) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return this.real.execute(action);
		}
		boolean die = ++this.count == this.dieAt;
		T result = this.real.execute((status) -> {
			T inner = action.doInTransaction(status);
			if (die && !this.afterCommit) {
				throw new Crash();
			}
			return inner;
		});
		if (die) {
			throw new Crash();
		}
		return result;
	}

}
