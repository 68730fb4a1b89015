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
 * @param asOf when the index last equalled the tenant; null for never
 * @param undecided credentials that a list chosen by owners may lack
 */
record IndexStatement(Completeness completeness, long applications, long credentials, @Nullable Instant asOf,
		Freshness.@Nullable Trouble trouble, long undecided) {

	static IndexStatement of(Freshness freshness, long undecided) {
		Completeness completeness = (freshness.completeness().isComplete() && undecided > 0) ? Completeness.PARTIAL
				: freshness.completeness();
		return new IndexStatement(completeness, freshness.applications(), freshness.credentials(), freshness.asOf(),
				freshness.trouble(), undecided);
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
