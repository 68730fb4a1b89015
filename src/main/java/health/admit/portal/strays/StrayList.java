package health.admit.portal.strays;

import java.util.List;

/**
 * Stray secrets of a tenant.
 *
 * @param whole whether everything that may be one was looked at
 */
record StrayList(List<Stray> strays, boolean whole) {

	StrayList {
		strays = List.copyOf(strays);
	}

}
