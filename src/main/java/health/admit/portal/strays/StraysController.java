package health.admit.portal.strays;

import java.util.Optional;
import java.util.UUID;

import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.operation.OperationId;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.PortalRole;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The stray secrets of the tenant, and removing one after a question.
 */
@Controller
@RequestMapping(Strays.PAGE)
class StraysController {

	private static final String LIST = "redirect:" + Strays.PAGE;

	private final Strays strays;

	private final StrayViews views;

	private final Inventory inventory;

	private final Refreshing refreshing;

	private final CurrentOperator current;

	private final Texts texts;

	StraysController(Strays strays, StrayViews views, Inventory inventory, Refreshing refreshing,
			CurrentOperator current, Texts texts) {
		this.strays = strays;
		this.views = views;
		this.inventory = inventory;
		this.refreshing = refreshing;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping
	String show(Model model) {
		Delegation delegation = this.current.delegation();
		this.refreshing.ifDue(delegation);
		StrayList found = this.strays.of(delegation.tenant());
		model.addAttribute("freshness", FreshnessView.of(this.inventory.freshness(delegation.tenant())));
		model.addAttribute("strays", this.views.of(delegation.tenant(), found.strays()));
		model.addAttribute("atMost", found.whole() ? null : Strays.MOST);
		model.addAttribute("mayRemove", this.current.operator().is(PortalRole.REGISTRAR));
		return "strays/list";
	}

	/** Gets the permission that the removal needs, then asks. */
	@GetMapping("/{objectId}/{keyId}")
	String ask(@PathVariable UUID objectId, @PathVariable UUID keyId, Model model, RedirectAttributes redirect) {
		this.current.require(DelegatedScope.APPLICATION_WRITE);
		Optional<StrayView> stray = view(new CredentialKey(objectId, keyId)).filter(StrayView::removable);
		if (stray.isEmpty()) {
			return gone(redirect);
		}
		model.addAttribute("stray", stray.get());
		model.addAttribute("key", UUID.randomUUID());
		return "strays/remove";
	}

	@PostMapping("/{objectId}/{keyId}")
	String submit(@PathVariable UUID objectId, @PathVariable UUID keyId, @RequestParam UUID key,
			RedirectAttributes redirect) {
		CredentialKey secret = new CredentialKey(objectId, keyId);
		Optional<OperationId> started = view(secret)
			.flatMap((stray) -> this.strays.remove(secret, stray.name(), key, this.current.delegation()));
		return started.map((operation) -> "redirect:/operations/" + operation).orElseGet(() -> gone(redirect));
	}

	private Optional<StrayView> view(CredentialKey key) {
		UUID tenant = this.current.operator().tenant();
		return this.views.of(tenant, this.strays.find(tenant, key).stream().toList()).stream().findFirst();
	}

	private String gone(RedirectAttributes redirect) {
		redirect.addFlashAttribute("toast", this.texts.get("strays.gone"));
		return LIST;
	}

}
