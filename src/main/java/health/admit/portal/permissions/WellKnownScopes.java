package health.admit.portal.permissions;

import java.util.UUID;

import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.DelegatedPermission;

/**
 * The one scope of each health API that can be asked for before the API is in the tenant.
 * The scopes of Microsoft's own APIs have the same ids in every tenant; once the API is
 * there, its own list counts.
 *
 * @see <a href=
 * "https://learn.microsoft.com/azure/healthcare-apis/register-application">Register a
 * client application</a>
 */
public final class WellKnownScopes {

	private WellKnownScopes() {
	}

	/**
	 * The scope that a client of this API normally asks for.
	 */
	public static DelegatedPermission of(HealthApi api) {
		UUID id = switch (api) {
			case FHIR -> UUID.fromString("db75143a-8f20-4238-9450-8b73ef4992f4");
			case DICOM -> UUID.fromString("e69ab058-b8ae-4c0f-b687-5d97888ddccb");
		};
		return new DelegatedPermission(id, api.usualScope(), null, null, false);
	}

}
