package health.admit.portal.doctor;

import java.util.function.Function;

/**
 * What came of reading a token.
 */
public sealed interface TokenReading {

	/** One value out of either case. */
	<T> T fold(Function<Decoded, T> decoded, Function<Unreadable, T> unreadable);

	/**
	 * A token that could be decoded, which says nothing of whether it is genuine.
	 */
	record Decoded(TokenClaims claims, SignatureState signature) implements TokenReading {

		@Override
		public <T> T fold(Function<Decoded, T> decoded, Function<Unreadable, T> unreadable) {
			return decoded.apply(this);
		}

	}

	/**
	 * A text that is no token one can look into.
	 */
	record Unreadable(Reason reason) implements TokenReading {

		@Override
		public <T> T fold(Function<Decoded, T> decoded, Function<Unreadable, T> unreadable) {
			return unreadable.apply(this);
		}

	}

	/**
	 * Why a token cannot be decoded.
	 */
	enum Reason {

		TOO_LARGE, NOT_THREE_PARTS, NOT_BASE64, NOT_JSON,

		/** Five parts: only the API it is meant for can open it. */
		ENCRYPTED;

		/** Message key of what it means. */
		public String key() {
			return "doctor.unreadable." + name();
		}

	}

}
