package health.admit.portal.connection;

import java.net.URI;
import java.util.List;

import health.admit.portal.access.AzureTrouble;
import health.admit.portal.access.HealthServices;
import health.admit.portal.azure.Found;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.Unread;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.StepUpRequired;

import org.springframework.stereotype.Component;

/**
 * Looks which services an operator can see in Azure. The form works without: whatever
 * goes wrong there is told and stops nothing.
 */
@Component
class ServiceOffers {

	private final HealthServices services;

	private final Texts texts;

	ServiceOffers(HealthServices services, Texts texts) {
		this.services = services;
		this.texts = texts;
	}

	/**
	 * The services.
	 * @throws StepUpRequired where the operator has not agreed that the portal reads
	 * Azure
	 */
	ServiceOffer look(Delegation delegation) {
		return AzureTrouble.insteadOf(() -> offer(this.services.find(delegation)), this::failing);
	}

	private ServiceOffer offer(Found<HealthService> found) {
		return new ServiceOffer(true, found.items().stream().map(this::line).toList(),
				found.unread().stream().map(this::unread).toList(), null, "");
	}

	private ServiceOffer.Line line(HealthService service) {
		return new ServiceOffer.Line(service.api().name(), service.fullName(),
				this.texts.get("connection.services.where", service.resourceGroup(), service.subscription()),
				service.likelyUrl().map(URI::toString).orElse(null));
	}

	private ServiceOffer.Line unread(Unread unread) {
		String what = unread.part().isEmpty() ? unread.subscription() : unread.subscription() + ", " + unread.part();
		return new ServiceOffer.Line("", what, unread.codeAndWords(), null);
	}

	private ServiceOffer failing(AzureTrouble trouble) {
		return new ServiceOffer(true, List.of(), List.of(), this.texts.get("connection.services." + trouble.kind()),
				trouble.words());
	}

}
