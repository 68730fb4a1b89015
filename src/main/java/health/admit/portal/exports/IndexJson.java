package health.admit.portal.exports;

import java.time.Instant;

import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.Freshness;
import org.jspecify.annotations.Nullable;

/**
 * How complete the index is, as programs read it.
 *
 * @param completeness never, first-pass, complete, partial or failed
 * @param asOf null while it was never complete
 * @param trouble null for none
 * @param ownersUnknown credentials that a list chosen by owners may lack, because their
 * owners are not known
 */
record IndexJson(String completeness, boolean complete, @Nullable Instant asOf, long applications, long credentials,
		@Nullable TroubleJson trouble, long ownersUnknown) {

	static IndexJson of(IndexStatement index) {
		Freshness.Trouble trouble = index.trouble();
		return new IndexJson(index.word(), index.completeness().isComplete(), index.asOf(), index.applications(),
				index.credentials(), (trouble != null) ? TroubleJson.of(trouble) : null, index.undecided());
	}

	/**
	 * Why the last reading stopped.
	 */
	record TroubleJson(String cause, String code, String words, String requestId, Instant at) {

		static TroubleJson of(Freshness.Trouble trouble) {
			return new TroubleJson(FilterParameters.name(trouble.cause()), trouble.code(), trouble.words(),
					trouble.requestId(), trouble.at());
		}

	}

}
