package health.admit.portal.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;

/**
 * A HAPI FHIR server with three patients in memory.
 */
final class HapiServer extends RestfulServer {

	HapiServer() {
		super(FhirContext.forR4());
		setResourceProviders(new Patients());
	}

	/** The patients. */
	public static final class Patients implements IResourceProvider {

		private final Map<String, Patient> patients = new ConcurrentHashMap<>();

		Patients() {
			for (String id : List.of("1", "2", "3")) {
				Patient patient = new Patient();
				patient.setId(id);
				patient.addName().setFamily("Canary" + id);
				this.patients.put(id, patient);
			}
		}

		@Override
		public Class<Patient> getResourceType() {
			return Patient.class;
		}

		@Search
		public List<Patient> search() {
			return new ArrayList<>(this.patients.values());
		}

		@Read
		public Patient read(@IdParam IdType id) {
			Patient patient = this.patients.get(id.getIdPart());
			if (patient == null) {
				throw new ResourceNotFoundException(id);
			}
			return patient;
		}

	}

}
