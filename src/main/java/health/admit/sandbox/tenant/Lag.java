package health.admit.sandbox.tenant;

import java.time.Duration;

/**
 * How long a copy of the tenant takes to show a write.
 */
public interface Lag {

	/** Whether any copy lags, so that earlier versions have to be kept. */
	boolean active();

	/**
	 * How long this copy takes to show one write.
	 * @param write running number of the write
	 */
	Duration of(Copy copy, long write);

}
