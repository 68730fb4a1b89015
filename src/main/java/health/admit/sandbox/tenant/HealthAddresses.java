package health.admit.sandbox.tenant;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Where the services of Health Data Services are reached in the sandbox: under paths of
 * its own origin, since loopback has no host names to spare.
 */
@Component
public class HealthAddresses {

	/** The same for every DICOM service. */
	public static final List<String> DICOM_AUDIENCES = List.of("https://dicom.healthcareapis.azure.com/",
			"https://dicom.healthcareapis.azure.com");

	private final Organisation organisation;

	HealthAddresses(Organisation organisation) {
		this.organisation = organisation;
	}

	/** Base address of a FHIR service. */
	public String fhir(AzureResources.Resource service, String origin) {
		return origin + "/fhir/" + service.host();
	}

	/** Base address of a DICOM service, without the version. */
	public String dicom(AzureResources.Resource service, String origin) {
		return origin + "/dicom/" + service.host();
	}

	/** The audience of a FHIR service. */
	public String audience(AzureResources.Resource service, String origin) {
		String own = service.audience();
		return (own != null) ? own : fhir(service, origin);
	}

	/** Who issues the tokens that services accept. */
	public String authority(String origin) {
		return origin + "/" + this.organisation.tenantId();
	}

}
