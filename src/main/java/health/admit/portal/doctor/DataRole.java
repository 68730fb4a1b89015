package health.admit.portal.doctor;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.HealthApi;

/**
 * Azure's own roles that let somebody read or change data of FHIR and DICOM services.
 *
 * @see <a href=
 * "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/integration">Azure
 * built-in roles for Integration</a>
 */
enum DataRole {

	FHIR_READER(HealthApi.FHIR, "4c8d0bbc-75d3-4935-991f-5f3c56d81508", "FHIR Data Reader"),
	FHIR_WRITER(HealthApi.FHIR, "3f88fce4-5892-4214-ae73-ba5294559913", "FHIR Data Writer"),
	FHIR_CONTRIBUTOR(HealthApi.FHIR, "5a1fc7df-4bf1-4951-a576-89034ee01acd", "FHIR Data Contributor"),
	FHIR_EXPORTER(HealthApi.FHIR, "3db33094-8700-4567-8da5-1501d4e7e843", "FHIR Data Exporter"),
	FHIR_IMPORTER(HealthApi.FHIR, "4465e953-8ced-4406-a58e-0f6e3f3b530b", "FHIR Data Importer"),
	FHIR_CONVERTER(HealthApi.FHIR, "a1705bd2-3a8f-45a5-8683-466fcfd5cc24", "FHIR Data Converter"),
	FHIR_SMART(HealthApi.FHIR, "4ba50f17-9666-485c-a643-ff00808643f0", "FHIR SMART User"),
	DICOM_OWNER(HealthApi.DICOM, "58a3b984-7adf-4c20-983a-32417c86fbc8", "DICOM Data Owner"),
	DICOM_READER(HealthApi.DICOM, "e89c7a3c-2f64-4fa1-a847-3e4c9ba4283a", "DICOM Data Reader");

	private final HealthApi api;

	private final UUID id;

	private final String title;

	DataRole(HealthApi api, String id, String title) {
		this.api = api;
		this.id = UUID.fromString(id);
		this.title = title;
	}

	static Optional<DataRole> of(UUID id) {
		return Arrays.stream(values()).filter((role) -> role.id.equals(id)).findFirst();
	}

	HealthApi api() {
		return this.api;
	}

	/** Its name in Azure, which is the same in every language. */
	String title() {
		return this.title;
	}

}
