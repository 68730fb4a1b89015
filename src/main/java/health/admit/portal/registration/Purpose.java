package health.admit.portal.registration;

import java.util.Set;

import health.admit.portal.cloud.HealthApi;

/**
 * What a client is for.
 */
enum Purpose {

	FHIR(Set.of(HealthApi.FHIR)), DICOM(Set.of(HealthApi.DICOM)), BOTH(Set.of(HealthApi.FHIR, HealthApi.DICOM)),
	OTHER(Set.of());

	private final Set<HealthApi> apis;

	Purpose(Set<HealthApi> apis) {
		this.apis = apis;
	}

	Set<HealthApi> apis() {
		return this.apis;
	}

}
