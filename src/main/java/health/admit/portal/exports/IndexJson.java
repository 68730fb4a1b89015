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
 */
record IndexJson(String completeness, boolean complete, @Nullable Instant asOf, long applications, long credentials,
		@Nullable TroubleJson trouble) {

	static IndexJson of(Freshness freshness) {
		Freshness.Trouble trouble = freshness.trouble();
		return new IndexJson(FilterParameters.name(freshness.completeness()), freshness.completeness().isComplete(),
				freshness.asOf(), freshness.applications(), freshness.credentials(),
				(trouble != null) ? TroubleJson.of(trouble) : null);
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
