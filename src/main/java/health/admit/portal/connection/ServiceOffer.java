package health.admit.portal.connection;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The services that an operator can choose from.
 *
 * @param looked whether Azure was asked
 * @param unread what could not be read, with Azure's words as the place
 * @param problem why nothing could be read; null when something could
 * @param words of Azure or Entra; hostile input
 */
record ServiceOffer(boolean looked, List<Line> services, List<Line> unread, @Nullable String problem, String words) {

	static ServiceOffer none() {
		return new ServiceOffer(false, List.of(), List.of(), null, "");
	}

	/**
	 * A service, or a part of Azure.
	 *
	 * @param kind FHIR or DICOM
	 * @param name hostile input
	 * @param where hostile input
	 * @param address null where Azure names none
	 */
	record Line(String kind, String name, String where, @Nullable String address) {
	}

}
