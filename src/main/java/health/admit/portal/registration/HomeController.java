package health.admit.portal.registration;

import java.time.Instant;
import java.util.List;

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

	private final Drafts drafts;

	private final DraftViews views;

	private final Operations operations;

	private final CurrentOperator current;

	private final Texts texts;

	HomeController(Drafts drafts, DraftViews views, Operations operations, CurrentOperator current, Texts texts) {
		this.drafts = drafts;
		this.views = views;
		this.operations = operations;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping("/")
	String show(Model model) {
		Operator operator = this.current.operator();
		boolean registrar = operator.is(PortalRole.REGISTRAR);
		boolean helpDesk = registrar || operator.is(PortalRole.HELP_DESK);
		model.addAttribute("name", operator.displayName());
		model.addAttribute("registrar", registrar);
		model.addAttribute("helpDesk", helpDesk);
		model.addAttribute("auditor", operator.is(PortalRole.AUDITOR));
		if (registrar) {
			model.addAttribute("drafts", this.views.of(this.drafts.of(operator)));
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
	 * An operation that wants attention.
	 */
	record WaitingView(String title, String phase, String href, Instant changedAt) {
	}

}
