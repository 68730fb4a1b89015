package health.admit.portal.cloud;

import java.time.Duration;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What came back from one write to a remote service, as far as it matters for deciding
 * what to do next. Writes are sent once; repeating them is the business of operations.
 *
 * @param <T> what the service returns when it did as asked
 */
public sealed interface Answer<T> {

	/**
	 * Trace of the call, for the journal.
	 */
	CallTrace trace();

	/**
	 * Maps each kind of answer to one result.
	 */
	<R> R fold(Function<? super Success<T>, ? extends R> success, Function<? super Failure<T>, ? extends R> failure,
			Function<? super Silence<T>, ? extends R> silence);

	/**
	 * The service did as asked.
	 *
	 * @param value what it returned
	 */
	record Success<T>(T value, CallTrace trace) implements Answer<T> {

		@Override
		public <R> R fold(Function<? super Success<T>, ? extends R> success,
				Function<? super Failure<T>, ? extends R> failure, Function<? super Silence<T>, ? extends R> silence) {
			return success.apply(this);
		}

	}

	/**
	 * The service answered with an error. With a 5xx status the write may still have been
	 * applied.
	 *
	 * @param status the HTTP status
	 * @param code the service's error code, such as {@code Authorization_RequestDenied};
	 * empty when the body named none
	 * @param message the service's own words; hostile input when shown
	 * @param retryAfter how long the service asks to wait
	 * @param claims the claims challenge of a 401, decoded JSON
	 */
	record Failure<T>(int status, String code, String message, @Nullable Duration retryAfter, @Nullable String claims,
			CallTrace trace) implements Answer<T> {

		@Override
		public <R> R fold(Function<? super Success<T>, ? extends R> success,
				Function<? super Failure<T>, ? extends R> failure, Function<? super Silence<T>, ? extends R> silence) {
			return failure.apply(this);
		}

	}

	/**
	 * No usable answer came: refused, reset, cut short or too slow. The write may have
	 * been applied.
	 *
	 * @param cause the technical cause in a few words
	 * @param sent whether the request can have reached the service
	 */
	record Silence<T>(String cause, boolean sent, CallTrace trace) implements Answer<T> {

		@Override
		public <R> R fold(Function<? super Success<T>, ? extends R> success,
				Function<? super Failure<T>, ? extends R> failure, Function<? super Silence<T>, ? extends R> silence) {
			return silence.apply(this);
		}

	}

}
