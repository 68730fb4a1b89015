package health.admit.portal.audit;

import org.jspecify.annotations.Nullable;

/**
 * What verifying a chain found.
 *
 * @param verifiedUpTo position of the last entry that is proven untouched; 0 for none
 * @param brokenAt position of the first entry that is not
 * @param flaw what is wrong with it
 */
record ChainCheck(long verifiedUpTo, @Nullable Long brokenAt, @Nullable Flaw flaw) {

	static ChainCheck intact(long upTo) {
		return new ChainCheck(upTo, null, null);
	}

	static ChainCheck broken(long upTo, long at, Flaw flaw) {
		return new ChainCheck(upTo, at, flaw);
	}

	boolean isIntact() {
		return this.brokenAt == null;
	}

	/**
	 * Ways in which a chain can be broken.
	 */
	enum Flaw {

		/** The entry is not what was written. */
		ALTERED,

		/** The entry is gone. */
		MISSING,

		/** The entry does not follow the one before it. */
		UNLINKED

	}

}
