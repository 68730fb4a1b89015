package health.admit.sandbox.seed;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import health.admit.sandbox.tenant.Catalogue;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Organisation;
import health.admit.sandbox.tenant.Store;

import org.springframework.stereotype.Component;

/**
 * Plants Contoso Health. The same settings give the same ids on every run; dates are
 * relative to the moment of planting.
 */
@Component
public class Seed {

	private final Store store;

	private final Organisation organisation;

	private final Catalogue catalogue;

	private final Clock clock;

	Seed(Store store, Organisation organisation, Catalogue catalogue, Clock clock) {
		this.store = store;
		this.organisation = organisation;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/**
	 * Forgets everything and plants afresh.
	 * @param applications how many applications there shall be
	 * @param dicom whether "Azure API for DICOM" has a service principal
	 */
	public void plant(int applications, boolean dicom) {
		plant(applications, dicom, 0);
	}

	/**
	 * Forgets everything and plants afresh.
	 * @param credentials how many secrets and certificates the applications have in all,
	 * at least
	 */
	public void plant(int applications, boolean dicom, int credentials) {
		this.store.atomically(() -> {
			Instant now = this.clock.instant();
			this.store.forget();
			Staff staff = new Staff();
			staff.plant(this.store, this.organisation);
			List.of(Catalogue.GRAPH, Catalogue.RESOURCE_MANAGER, Catalogue.FHIR).forEach(this::plantPrincipal);
			if (dicom) {
				plantPrincipal(Catalogue.DICOM);
			}
			new OwnRegistrations(this.store, this.catalogue, now).plant(staff);
			new AzureSeed(this.store, now).plant();
			List<UUID> owners = staff.members()
				.stream()
				.filter((member) -> !member.guest())
				.map(Staff.Member::id)
				.toList();
			SpecialCases special = new SpecialCases(staff.guest(), staff.former(), now);
			new ApplicationSeed(this.store, owners, special, now).plant(applications, credentials);
			return now;
		});
	}

	private void plantPrincipal(UUID appId) {
		this.store.seed(Kind.SERVICE_PRINCIPAL, OwnRegistrations.principalOf(appId),
				this.catalogue.principal(appId).orElseThrow());
	}

}
