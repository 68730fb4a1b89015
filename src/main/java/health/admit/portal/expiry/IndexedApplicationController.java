package health.admit.portal.expiry;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.inventory.IndexedApplication;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.Source;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One application as the index knows it, with all its credentials.
 */
@Controller
class IndexedApplicationController {

	private final Inventory inventory;

	private final OwnersPart owners;

	private final CurrentOperator current;

	IndexedApplicationController(Inventory inventory, OwnersPart owners, CurrentOperator current) {
		this.inventory = inventory;
		this.owners = owners;
		this.current = current;
	}

	@GetMapping("/expiry/applications/{objectId}")
	String show(@PathVariable UUID objectId, Model model, HttpServletResponse response) {
		UUID tenant = this.current.operator().tenant();
		model.addAttribute("freshness", FreshnessView.of(this.inventory.freshness(tenant)));
		model.addAttribute("objectId", objectId.toString());
		IndexedApplication application = this.inventory.application(tenant, objectId).orElse(null);
		if (application == null) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
			return "expiry/missing";
		}
		Map<UUID, List<Owner>> owners = this.owners.fill(this.current.delegation(), application, application.owners(),
				model);
		model.addAttribute("name", Excerpt.of(application.name()));
		model.addAttribute("appId", application.appId());
		model.addAttribute("principal", application.source() == Source.SERVICE_PRINCIPAL);
		model.addAttribute("createdAt", application.createdAt());
		model.addAttribute("rows",
				this.inventory.credentialsOf(tenant, objectId).stream().map((row) -> RowView.of(row, owners)).toList());
		return "expiry/application";
	}

	/**
	 * The same page, after the operator has agreed that the portal may read people.
	 */
	@GetMapping("/expiry/applications/{objectId}/people")
	String people(@PathVariable UUID objectId) {
		this.current.require(DelegatedScope.DIRECTORY_READ);
		return "redirect:/expiry/applications/" + objectId;
	}

	/**
	 * The owners alone, while they are being read.
	 */
	@GetMapping("/expiry/applications/{objectId}/owners")
	String owners(@PathVariable UUID objectId, @RequestParam(defaultValue = "0") String left, Model model) {
		IndexedApplication application = this.inventory.application(this.current.operator().tenant(), objectId)
			.orElse(null);
		if (application == null) {
			return "redirect:/expiry/applications/" + objectId;
		}
		this.owners.fill(this.current.delegation(), application, application.owners(), model);
		model.addAttribute("ownersLeft", Looking.again(left));
		return "expiry/owners :: all";
	}

}
