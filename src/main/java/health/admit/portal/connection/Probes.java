package health.admit.portal.connection;

import health.admit.portal.cloud.HealthApi;

/**
 * What is asked of a service. None of it fetches data of a person: a search is answered
 * with a count, the change feed without metadata, and a conversion is of a made-up
 * message.
 */
final class Probes {

	/** A made-up admission of nobody, in the form the converter's own templates take. */
	private static final String CONVERSION = """
			{"resourceType":"Parameters","parameter":[\
			{"name":"inputData","valueString":"MSH|^~\\\\&|ADMIT|TEST|ADMIT|TEST|20260101000000||ADT^A01|1|T|2.3\\rPID|1||0||TEST^TEST"},\
			{"name":"inputDataType","valueString":"Hl7v2"},\
			{"name":"templateCollectionReference","valueString":"microsofthealth/hl7v2templates:default"},\
			{"name":"rootTemplate","valueString":"ADT_A01"}]}""";

	private Probes() {
	}

	/** Asked as nobody: whether the service is there. */
	static ServiceRequest reach(HealthApi api) {
		return switch (api) {
			case FHIR -> ServiceRequest.get("/metadata", Media.FHIR);
			case DICOM -> ServiceRequest.get("/health/check", Media.ANY);
		};
	}

	/** Refused to nobody, with the words whose tokens are wanted. */
	static ServiceRequest challenge(HealthApi api) {
		return read(api);
	}

	/** Allowed to the least role. */
	static ServiceRequest access(HealthApi api, Need need) {
		return (api == HealthApi.FHIR && need == Need.CONVERT)
				? new ServiceRequest("/$convert-data", Media.FHIR, CONVERSION) : read(api);
	}

	private static ServiceRequest read(HealthApi api) {
		return switch (api) {
			case FHIR -> ServiceRequest.get("/Patient?_summary=count", Media.FHIR);
			case DICOM -> ServiceRequest.get("/v2/changefeed?limit=1&includemetadata=false", Media.JSON);
		};
	}

}
