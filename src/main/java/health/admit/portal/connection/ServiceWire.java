package health.admit.portal.connection;

import health.admit.portal.cloud.HealthAddress;
import org.jspecify.annotations.Nullable;

/**
 * The way to a FHIR or DICOM service. An address has been accepted before; here the name
 * is looked up, the place it leads to is checked, and nothing but that place is asked.
 */
interface ServiceWire {

	/**
	 * Sends one request and waits for its answer. Nothing is repeated and no redirect is
	 * followed.
	 * @param token to prove who asks; null to ask as nobody
	 */
	WireAnswer send(HealthAddress.Accepted service, ServiceRequest request, @Nullable IssuedToken token);

}
