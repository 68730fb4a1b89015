package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.List;

/**
 * The facets there can be.
 */
final class Facets {

	private static final List<Facet> ALL = every();

	private Facets() {
	}

	/** Whether a filter leaves all of them open. */
	static boolean allFit(CredentialFilter filter) {
		return ALL.stream().allMatch((facet) -> facet.fits(filter));
	}

	private static List<Facet> every() {
		List<Facet> all = new ArrayList<>();
		for (CredentialKind kind : CredentialKind.values()) {
			for (Source source : Source.values()) {
				for (OwnerState owners : OwnerState.values()) {
					for (WorkState work : WorkState.values()) {
						for (int flags = 0; flags < 4; flags++) {
							all.add(new Facet(kind, source, flags % 2 == 1, flags > 1, owners, work));
						}
					}
				}
			}
		}
		return List.copyOf(all);
	}

}
