package health.admit.sandbox.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import health.admit.sandbox.arm.AzureAccess;
import health.admit.sandbox.tenant.AzureResources;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Lag;

import org.springframework.stereotype.Component;

/**
 * Decides by Azure roles who may do what with the data of a service. DICOM services
 * remember what they have decided for a while.
 */
@Component
class DataAccess {

	private final AzureAccess access;

	private final Lag lag;

	private final Clock clock;

	private final Map<Question, Decision> remembered = new ConcurrentHashMap<>();

	DataAccess(AzureAccess access, Lag lag, Clock clock) {
		this.access = access;
		this.lag = lag;
		this.clock = clock;
	}

	/**
	 * Whether somebody may do this to the resources of a FHIR service.
	 * @param action such as {@code read} or {@code export/action}
	 */
	boolean fhir(UUID principal, String action, AzureResources.Resource service) {
		return this.access.mayUseData(principal, AzureResources.FHIR + "/resources/" + action, service.id());
	}

	/** The same for a DICOM service. */
	boolean dicom(UUID principal, String action, AzureResources.Resource service) {
		Duration kept = this.lag.of(Copy.DICOM_DECISION, 0);
		Instant now = this.clock.instant();
		Question question = new Question(principal, action, service.id().key());
		Decision before = this.remembered.get(question);
		if (before != null && now.isBefore(before.at().plus(kept)) && !before.at().isAfter(now)) {
			return before.allowed();
		}
		boolean allowed = this.access.mayUseData(principal, AzureResources.DICOM + "/resources/" + action,
				service.id());
		if (kept.isZero()) {
			this.remembered.clear();
		}
		else {
			this.remembered.put(question, new Decision(allowed, now));
		}
		return allowed;
	}

	private record Question(UUID principal, String action, UUID service) {
	}

	private record Decision(boolean allowed, Instant at) {
	}

}
