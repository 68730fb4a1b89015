package health.admit.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for something another process does, by looking again and again. The limit is
 * there to end a broken run, not to measure anything.
 */
public final class Poll {

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private Poll() {
	}

	/**
	 * Returns once the condition holds.
	 * @throws IllegalStateException when it did not within the limit
	 */
	public static void until(String what, Duration limit, BooleanSupplier condition) {
		until(what, limit, Duration.ofMillis(50), condition);
	}

	/**
	 * The same, for what is slowed down by being looked at.
	 * @param pause between two looks
	 */
	public static void until(String what, Duration limit, Duration pause, BooleanSupplier condition) {
		Instant end = Instant.now().plus(limit);
		while (!condition.getAsBoolean()) {
			if (Instant.now().isAfter(end)) {
				throw new IllegalStateException("Did not happen within " + limit + ": " + what);
			}
			LockSupport.parkNanos(pause.toNanos());
		}
	}

	/**
	 * Whether a GET is answered with 200.
	 */
	public static boolean answers(URI address) {
		try {
			return HTTP
				.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
