package health.admit.portal.applications;

import java.util.List;
import java.util.Optional;

import health.admit.portal.azure.HealthService;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.kits.KitClient;
import health.admit.portal.kits.SignInKind;

/**
 * An application, and the client that its kit is made from.
 *
 * @param own whether it is the portal's own registration, of which there is no kit
 * @param ways in which it can sign in
 * @param services those the kit is made out to
 * @param lost how many of the services that were asked for could not be found
 * @param consentRead whether consent to delegated permissions could be read
 * @param client empty for an application that nothing can sign in with
 */
record ApplicationKit(ApplicationRecord application, boolean own, List<SignInKind> ways, AzureSight azure,
		List<HealthService> services, int lost, boolean consentRead, Optional<KitClient> client) {
}
