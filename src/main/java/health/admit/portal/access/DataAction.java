package health.admit.portal.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import health.admit.portal.azure.RoleDefinition;
import health.admit.portal.cloud.HealthApi;

/**
 * Something that can be done with the data of a service; message
 * {@code access.dataAction.<CONSTANT>} says it in plain words.
 *
 * @see <a href=
 * "https://learn.microsoft.com/azure/role-based-access-control/permissions/integration#microsofthealthcareapis">Permissions
 * of Microsoft.HealthcareApis</a>
 */
public enum DataAction {

	FHIR_READ(HealthApi.FHIR, "read"), FHIR_WRITE(HealthApi.FHIR, "write"), FHIR_DELETE(HealthApi.FHIR, "delete"),
	FHIR_HARD_DELETE(HealthApi.FHIR, "hardDelete/action"), FHIR_EXPORT(HealthApi.FHIR, "export/action"),
	FHIR_IMPORT(HealthApi.FHIR, "import/action"), FHIR_CONVERT(HealthApi.FHIR, "convertData/action"),
	FHIR_VALIDATE(HealthApi.FHIR, "resourceValidate/action"), FHIR_REINDEX(HealthApi.FHIR, "reindex/action"),
	FHIR_PROFILES(HealthApi.FHIR, "editProfileDefinitions/action"), FHIR_SMART(HealthApi.FHIR, "smart/action"),

	DICOM_READ(HealthApi.DICOM, "read"), DICOM_WRITE(HealthApi.DICOM, "write"), DICOM_DELETE(HealthApi.DICOM, "delete");

	private final HealthApi api;

	private final String name;

	DataAction(HealthApi api, String suffix) {
		this.api = api;
		this.name = "Microsoft.HealthcareApis/workspaces/"
				+ ((api == HealthApi.FHIR) ? "fhirservices" : "dicomservices") + "/resources/" + suffix;
	}

	/** Whether it is about the data of services of this kind. */
	boolean isOf(HealthApi kind) {
		return this.api == kind;
	}

	/** What a role permits on services of a kind, as its definition says. */
	public static Set<DataAction> of(RoleDefinition role, HealthApi api) {
		Set<DataAction> permitted = EnumSet.noneOf(DataAction.class);
		Arrays.stream(values())
			.filter((action) -> action.api == api && role.permitsData(action.name))
			.forEach(permitted::add);
		return permitted;
	}

}
