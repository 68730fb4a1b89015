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
 * @param servicePrincipals null where they are not read
 * @param trouble null for none
 * @param ownersUnknown credentials that a list chosen by owners may lack, because their
 * owners are not known
 */
record IndexJson(String completeness, boolean complete, @Nullable Instant asOf, long applications,
		@Nullable Long servicePrincipals, long credentials, @Nullable TroubleJson trouble, long ownersUnknown) {

	static IndexJson of(IndexStatement index) {
		return new IndexJson(index.word(), index.completeness().isComplete(), index.asOf(), index.applications(),
				index.principals(), index.credentials(), TroubleJson.of(index.troubled()), index.undecided());
	}

	/**
	 * Why the last reading stopped.
	 *
	 * @param source what was read: application or service-principal
	 */
	record TroubleJson(String source, String cause, String code, String words, String requestId, Instant at) {

		static @Nullable TroubleJson of(Freshness.@Nullable Part troubled) {
			if (troubled == null) {
				return null;
			}
			Freshness.Trouble trouble = troubled.trouble();
			return (trouble == null) ? null
					: new TroubleJson(FilterParameters.name(troubled.source()), FilterParameters.name(trouble.cause()),
							trouble.code(), trouble.words(), trouble.requestId(), trouble.at());
		}

	}

}
