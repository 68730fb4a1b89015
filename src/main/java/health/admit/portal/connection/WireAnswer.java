package health.admit.portal.connection;

import java.util.List;
import java.util.function.Function;

/**
 * What came back from a service.
 */
sealed interface WireAnswer {

	/**
	 * Maps each case to one result.
	 */
	<R> R fold(Function<? super Answered, ? extends R> answered, Function<? super Silent, ? extends R> silent);

	/**
	 * The service answered.
	 *
	 * @param contentType without parameters; empty when none was named
	 * @param challenges the values of {@code WWW-Authenticate}; hostile input when shown
	 * @param body the beginning of the body, at most 64 KB; never shown as it is
	 */
	record Answered(int status, String contentType, List<String> challenges, String body) implements WireAnswer {

		@Override
		public <R> R fold(Function<? super Answered, ? extends R> answered,
				Function<? super Silent, ? extends R> silent) {
			return answered.apply(this);
		}

		boolean isOk() {
			return this.status >= 200 && this.status < 300;
		}

	}

	/**
	 * No answer came.
	 *
	 * @param why in one word
	 */
	record Silent(Silence why) implements WireAnswer {

		@Override
		public <R> R fold(Function<? super Answered, ? extends R> answered,
				Function<? super Silent, ? extends R> silent) {
			return silent.apply(this);
		}

	}

	/**
	 * Why no answer came.
	 */
	enum Silence {

		/** The name of the service is not known: it does not exist. */
		NAME_UNKNOWN,

		/** The name leads to an address the portal does not go to. */
		NOT_PUBLIC,

		/** Nobody listens there, or the line was cut. */
		UNREACHABLE,

		/** No answer in time. */
		TOO_SLOW,

		/** The service could not prove that it is who it claims to be. */
		NOT_TRUSTED

	}

}
