package health.admit.portal.connection;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint answered.
 *
 * @param <T> what it gives when it does as asked
 */
sealed interface TokenAnswer<T> {

	/**
	 * Maps each case to one result.
	 */
	<R> R fold(Function<? super Given<T>, ? extends R> given, Function<? super Refused<T>, ? extends R> refused,
			Function<? super Silent<T>, ? extends R> silent);

	/**
	 * It gave what was asked for.
	 */
	record Given<T>(T value) implements TokenAnswer<T> {

		@Override
		public <R> R fold(Function<? super Given<T>, ? extends R> given,
				Function<? super Refused<T>, ? extends R> refused, Function<? super Silent<T>, ? extends R> silent) {
			return given.apply(this);
		}

	}

	/**
	 * It refused.
	 *
	 * @param error such as {@code invalid_client}
	 * @param codes the numbers of the AADSTS codes
	 * @param description its own words; hostile input when shown
	 * @param body the whole answer, for whoever explains it
	 */
	record Refused<T>(int status, String error, List<Integer> codes, String description, @Nullable String correlationId,
			@Nullable String traceId, String body) implements TokenAnswer<T> {

		boolean has(Integer code) {
			return this.codes.contains(code);
		}

		/** Such as {@code AADSTS7000215}, or the OAuth error where there is none. */
		String code() {
			return this.codes.isEmpty() ? this.error : "AADSTS" + this.codes.get(0);
		}

		@Override
		public <R> R fold(Function<? super Given<T>, ? extends R> given,
				Function<? super Refused<T>, ? extends R> refused, Function<? super Silent<T>, ? extends R> silent) {
			return refused.apply(this);
		}

	}

	/**
	 * No answer came, or none that can be read.
	 *
	 * @param status of an answer that is none; 0 where nothing came
	 */
	record Silent<T>(int status) implements TokenAnswer<T> {

		@Override
		public <R> R fold(Function<? super Given<T>, ? extends R> given,
				Function<? super Refused<T>, ? extends R> refused, Function<? super Silent<T>, ? extends R> silent) {
			return silent.apply(this);
		}

	}

}
