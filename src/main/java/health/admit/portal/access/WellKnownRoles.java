package health.admit.portal.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.HealthApi;

/**
 * The built-in roles, for where Azure cannot be asked: their ids are the same everywhere.
 *
 * @see <a href=
 * "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/integration">Azure
 * built-in roles for integration</a>
 */
public final class WellKnownRoles {

	private static final Set<DataAction> WRITER = EnumSet.complementOf(EnumSet.of(DataAction.FHIR_HARD_DELETE,
			DataAction.FHIR_SMART, DataAction.DICOM_READ, DataAction.DICOM_WRITE, DataAction.DICOM_DELETE));

	private static final Set<DataAction> CONTRIBUTOR = EnumSet.complementOf(
			EnumSet.of(DataAction.FHIR_SMART, DataAction.DICOM_READ, DataAction.DICOM_WRITE, DataAction.DICOM_DELETE));

	private static final List<OfferedRole> FHIR = List.of(
			role("4c8d0bbc-75d3-4935-991f-5f3c56d81508", "FHIR Data Reader", EnumSet.of(DataAction.FHIR_READ)),
			role("3db33094-8700-4567-8da5-1501d4e7e843", "FHIR Data Exporter",
					EnumSet.of(DataAction.FHIR_READ, DataAction.FHIR_EXPORT)),
			role("4465e953-8ced-4406-a58e-0f6e3f3b530b", "FHIR Data Importer",
					EnumSet.of(DataAction.FHIR_READ, DataAction.FHIR_IMPORT)),
			role("a1705bd2-3a8f-45a5-8683-466fcfd5cc24", "FHIR Data Converter", EnumSet.of(DataAction.FHIR_CONVERT)),
			role("4ba50f17-9666-485c-a643-ff00808643f0", "FHIR SMART User",
					EnumSet.of(DataAction.FHIR_READ, DataAction.FHIR_SMART)),
			role("3f88fce4-5892-4214-ae73-ba5294559913", "FHIR Data Writer", WRITER),
			role("5a1fc7df-4bf1-4951-a576-89034ee01acd", "FHIR Data Contributor", CONTRIBUTOR));

	private static final List<OfferedRole> DICOM = List.of(
			new OfferedRole(UUID.fromString("e89c7a3c-2f64-4fa1-a847-3e4c9ba4283a"), "DICOM Data Reader",
					HealthApi.DICOM, true, EnumSet.of(DataAction.DICOM_READ)),
			new OfferedRole(UUID.fromString("58a3b984-7adf-4c20-983a-32417c86fbc8"), "DICOM Data Owner",
					HealthApi.DICOM, true,
					EnumSet.of(DataAction.DICOM_READ, DataAction.DICOM_WRITE, DataAction.DICOM_DELETE)));

	private WellKnownRoles() {
	}

	/** The built-in roles of a kind of service, the narrowest first. */
	public static List<OfferedRole> of(HealthApi api) {
		return (api == HealthApi.FHIR) ? FHIR : DICOM;
	}

	private static OfferedRole role(String id, String name, Set<DataAction> permits) {
		return new OfferedRole(UUID.fromString(id), name, HealthApi.FHIR, true, permits);
	}

}
