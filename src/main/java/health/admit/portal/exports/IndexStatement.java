package health.admit.portal.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.Freshness;
import org.jspecify.annotations.Nullable;

/**
 * How complete the index was when an export began, in the words that programs read.
 *
 * @param principals service principals in the index; null where they are not read
 * @param asOf when the index last equalled the tenant; null for never
 * @param troubled the source whose last reading ended early or waits; null for none
 * @param undecided credentials that a list chosen by owners may lack, because their
 * owners were not read or could not be told
 */
record IndexStatement(Completeness completeness, long applications, @Nullable Long principals, long credentials,
		@Nullable Instant asOf, Freshness.@Nullable Part troubled, long undecided) {

	static IndexStatement of(Freshness freshness, long undecided) {
		Completeness completeness = (freshness.completeness().isComplete() && undecided > 0) ? Completeness.PARTIAL
				: freshness.completeness();
		return new IndexStatement(completeness, freshness.applications(), freshness.principals(),
				freshness.credentials(), freshness.asOf(), freshness.troubled().orElse(null), undecided);
	}

	Freshness.@Nullable Trouble trouble() {
		return (this.troubled != null) ? this.troubled.trouble() : null;
	}

	/** Such as {@code complete} or {@code first-pass}. */
	String word() {
		return FilterParameters.name(this.completeness);
	}

	/** Such as {@code admit-credentials-2026-11-23-partial.csv}. */
	String fileName(Instant now, String ending) {
		return "admit-credentials-" + LocalDate.ofInstant(now, ZoneOffset.UTC) + "-" + word() + "." + ending;
	}

}
