package health.admit.portal.inventory;

import java.time.Instant;
import java.util.List;

import health.admit.portal.inventory.Freshness.Activity;
import health.admit.portal.inventory.Freshness.Part;
import health.admit.portal.inventory.Freshness.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * States of an index, for tests of what says them.
 */
public final class IndexState {

	private IndexState() {
	}

	/** Of an index that holds applications only. */
	public static Freshness of(Completeness completeness, long applications, long credentials, @Nullable Instant asOf,
			@Nullable Activity activity, @Nullable Trouble trouble) {
		return new Freshness(completeness, List.of(new Part(Source.APPLICATION, completeness, applications, trouble)),
				credentials, asOf, activity);
	}

	/**
	 * Of an index whose applications are complete and whose service principals are so.
	 */
	public static Freshness ofPrincipals(Completeness completeness, long applications, long principals,
			long credentials, @Nullable Instant asOf, @Nullable Activity activity, @Nullable Trouble trouble) {
		return new Freshness(completeness,
				List.of(new Part(Source.APPLICATION, Completeness.COMPLETE, applications, null),
						new Part(Source.SERVICE_PRINCIPAL, completeness, principals, trouble)),
				credentials, asOf, activity);
	}

}
