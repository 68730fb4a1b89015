package health.admit.portal.doctor;

import java.util.Optional;

/**
 * What came of reading a token.
 */
public sealed interface TokenReading {

	/** The token, where it could be decoded. */
	Optional<Decoded> decoded();

	/** Why not, where it could not. */
	Optional<Reason> unreadable();

	/**
	 * A token that could be decoded, which says nothing of whether it is genuine.
	 */
	record Decoded(TokenClaims claims, SignatureState signature) implements TokenReading {

		@Override
		public Optional<Decoded> decoded() {
			return Optional.of(this);
		}

		@Override
		public Optional<Reason> unreadable() {
			return Optional.empty();
		}

	}

	/**
	 * A text that is no token one can look into.
	 */
	record Unreadable(Reason reason) implements TokenReading {

		@Override
		public Optional<Decoded> decoded() {
			return Optional.empty();
		}

		@Override
		public Optional<Reason> unreadable() {
			return Optional.of(this.reason);
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
