package health.admit.portal.credentials;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

import health.admit.portal.cloud.SecretValue;

/**
 * What came of the wish to see a secret.
 */
public sealed interface Revelation {

	/**
	 * Maps each case to one result.
	 */
	<R> R fold(Function<? super Revealed, ? extends R> revealed,
			Function<? super AlreadyRevealed, ? extends R> alreadyRevealed, Supplier<? extends R> notYet,
			Function<? super Expired, ? extends R> expired, Supplier<? extends R> wrongBrowser);

	/**
	 * Here it is, for the first and last time.
	 */
	record Revealed(SecretValue secret) implements Revelation {

		@Override
		public <R> R fold(Function<? super Revealed, ? extends R> revealed,
				Function<? super AlreadyRevealed, ? extends R> alreadyRevealed, Supplier<? extends R> notYet,
				Function<? super Expired, ? extends R> expired, Supplier<? extends R> wrongBrowser) {
			return revealed.apply(this);
		}

	}

	/**
	 * It was shown before. When that was not the operator, it has to be replaced.
	 *
	 * @param at when it was shown
	 * @param by display name of the person it was shown to; hostile input when shown
	 */
	record AlreadyRevealed(Instant at, String by) implements Revelation {

		@Override
		public <R> R fold(Function<? super Revealed, ? extends R> revealed,
				Function<? super AlreadyRevealed, ? extends R> alreadyRevealed, Supplier<? extends R> notYet,
				Function<? super Expired, ? extends R> expired, Supplier<? extends R> wrongBrowser) {
			return alreadyRevealed.apply(this);
		}

	}

	/**
	 * The operation has not brought the secret yet.
	 */
	record NotYet() implements Revelation {

		@Override
		public <R> R fold(Function<? super Revealed, ? extends R> revealed,
				Function<? super AlreadyRevealed, ? extends R> alreadyRevealed, Supplier<? extends R> notYet,
				Function<? super Expired, ? extends R> expired, Supplier<? extends R> wrongBrowser) {
			return notYet.get();
		}

	}

	/**
	 * Nobody looked in time; the text is gone and nobody has ever read it.
	 *
	 * @param at when the time ran out
	 */
	record Expired(Instant at) implements Revelation {

		@Override
		public <R> R fold(Function<? super Revealed, ? extends R> revealed,
				Function<? super AlreadyRevealed, ? extends R> alreadyRevealed, Supplier<? extends R> notYet,
				Function<? super Expired, ? extends R> expired, Supplier<? extends R> wrongBrowser) {
			return expired.apply(this);
		}

	}

	/**
	 * This person, or this browser, is not the one that confirmed the operation.
	 */
	record WrongBrowser() implements Revelation {

		@Override
		public <R> R fold(Function<? super Revealed, ? extends R> revealed,
				Function<? super AlreadyRevealed, ? extends R> alreadyRevealed, Supplier<? extends R> notYet,
				Function<? super Expired, ? extends R> expired, Supplier<? extends R> wrongBrowser) {
			return wrongBrowser.get();
		}

	}

}
