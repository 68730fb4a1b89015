package health.admit.portal.applications;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.OwnRegistration;
import health.admit.portal.signin.PortalRole;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page of one application. It changes nothing.
 */
@Controller
@RequestMapping("/applications/{objectId}")
class ApplicationController {

	private final ApplicationOverviews overviews;

	private final CurrentOperator current;

	private final OwnRegistration ownRegistration;

	private final Cloud cloud;

	private final Clock clock;

	ApplicationController(ApplicationOverviews overviews, CurrentOperator current, OwnRegistration ownRegistration,
			Cloud cloud, Clock clock) {
		this.overviews = overviews;
		this.current = current;
		this.ownRegistration = ownRegistration;
		this.cloud = cloud;
		this.clock = clock;
	}

	@GetMapping
	String show(@PathVariable UUID objectId, Model model, HttpServletResponse response) {
		Optional<ApplicationView> found = this.overviews.find(this.current.delegation(), objectId).map(this::view);
		if (found.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
			model.addAttribute("objectId", objectId.toString());
			return "applications/missing";
		}
		model.addAttribute("app", found.get());
		model.addAttribute("mayAssign", this.current.operator().is(PortalRole.REGISTRAR));
		return "applications/show";
	}

	/**
	 * The same page, after the operator has agreed that the portal may read the names of
	 * people.
	 */
	@GetMapping("/owners")
	String owners(@PathVariable UUID objectId) {
		this.current.require(DelegatedScope.DIRECTORY_READ);
		return "redirect:/applications/" + objectId;
	}

	private ApplicationView view(ApplicationOverview overview) {
		UUID appId = overview.application().appId();
		return ApplicationView.of(overview, this.ownRegistration.is(appId),
				this.cloud.credentialsBlade(appId).toString(), this.clock.instant());
	}

}
