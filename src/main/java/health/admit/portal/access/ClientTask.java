package health.admit.portal.access;

import java.util.Map;
import java.util.Set;

import health.admit.portal.cloud.HealthApi;

/**
 * What a client does with the data, asked as a question an administrator can answer.
 */
public enum ClientTask {

	READ(Set.of(DataAction.FHIR_READ), Set.of(DataAction.DICOM_READ)),

	CHANGE(Set.of(DataAction.FHIR_READ, DataAction.FHIR_WRITE, DataAction.FHIR_DELETE),
			Set.of(DataAction.DICOM_READ, DataAction.DICOM_WRITE, DataAction.DICOM_DELETE)),

	EXPORT(Set.of(DataAction.FHIR_READ, DataAction.FHIR_EXPORT), Set.of(DataAction.DICOM_READ)),

	IMPORT(Set.of(DataAction.FHIR_READ, DataAction.FHIR_IMPORT), Set.of(DataAction.DICOM_READ, DataAction.DICOM_WRITE)),

	CONVERT(Set.of(DataAction.FHIR_CONVERT), Set.of(DataAction.DICOM_READ));

	private final Map<HealthApi, Set<DataAction>> needs;

	ClientTask(Set<DataAction> fhir, Set<DataAction> dicom) {
		this.needs = Map.of(HealthApi.FHIR, fhir, HealthApi.DICOM, dicom);
	}

	/**
	 * Whether it is one for services of a kind: bulk and conversion are matters of FHIR.
	 */
	public boolean fits(HealthApi api) {
		return api == HealthApi.FHIR || this == READ || this == CHANGE;
	}

	/** What the client has to be permitted on services of a kind. */
	public Set<DataAction> needs(HealthApi api) {
		return this.needs.getOrDefault(api, Set.of());
	}

}
