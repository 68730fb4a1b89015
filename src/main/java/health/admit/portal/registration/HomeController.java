package health.admit.portal.registration;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.BandCounts;
import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.WorkState;
import health.admit.portal.operation.OperationState;
import health.admit.portal.operation.Operations;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.PortalRole;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where everybody arrives: what there is to do for somebody in their role.
 */
@Controller
class HomeController {

	private static final List<Band> SOON = List.of(Band.EXPIRED, Band.WEEK, Band.MONTH, Band.TWO_MONTHS, Band.QUARTER);

	private static final CredentialFilter NOT_COVERED = new CredentialFilter(Set.of(), Set.of(), Set.of(), Set.of(),
			Set.of(WorkState.OPEN, WorkState.CLAIMED), false, null, "");

	private final Drafts drafts;

	private final DraftViews views;

	private final Operations operations;

	private final CurrentOperator current;

	private final Texts texts;

	private final Inventory inventory;

	HomeController(Drafts drafts, DraftViews views, Operations operations, CurrentOperator current, Texts texts,
			Inventory inventory) {
		this.drafts = drafts;
		this.views = views;
		this.operations = operations;
		this.current = current;
		this.texts = texts;
		this.inventory = inventory;
	}

	@GetMapping("/")
	String show(Model model) {
		Operator operator = this.current.operator();
		boolean registrar = operator.is(PortalRole.REGISTRAR);
		boolean helpDesk = registrar || operator.is(PortalRole.HELP_DESK);
		if (helpDesk && !registrar) {
			return "redirect:/expiry";
		}
		model.addAttribute("name", operator.displayName());
		model.addAttribute("registrar", registrar);
		model.addAttribute("helpDesk", helpDesk);
		model.addAttribute("auditor", operator.is(PortalRole.AUDITOR));
		if (registrar) {
			model.addAttribute("drafts", this.views.of(this.drafts.of(operator)));
			model.addAttribute("ending", ending(operator));
			model.addAttribute("freshness", FreshnessView.of(this.inventory.freshness(operator.tenant())));
		}
		if (helpDesk) {
			model.addAttribute("operations", waiting(operator));
		}
		return "registration/home";
	}

	private List<WaitingView> waiting(Operator operator) {
		return this.operations.open(operator.tenant()).stream().map(this::view).toList();
	}

	private WaitingView view(OperationState operation) {
		return new WaitingView(operation.plan().title(), this.texts.of(operation.phase()),
				"/operations/" + operation.id(), operation.changedAt());
	}

	/**
	 * What the list of the help desk shows when nobody chose anything, per band.
	 */
	private List<EndingView> ending(Operator operator) {
		BandCounts counts = this.inventory.counts(operator.tenant(), NOT_COVERED);
		return SOON.stream()
			.map((band) -> new EndingView("expiry.band." + band.name(), counts.of(band),
					"/expiry?" + FilterParameters.toQuery(NOT_COVERED.in(Set.of(band)))))
			.toList();
	}

	/**
	 * Credentials that end in a band.
	 *
	 * @param key message key of the band
	 */
	record EndingView(String key, long count, String link) {
	}

	/**
	 * An operation that wants attention.
	 */
	record WaitingView(String title, String phase, String href, Instant changedAt) {
	}

}
