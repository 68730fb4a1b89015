package health.admit.portal.registration;

import java.util.UUID;

import health.admit.portal.credentials.EnvelopeStatus;
import health.admit.portal.credentials.Envelopes;
import health.admit.portal.credentials.Revelation;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.OperationState;
import health.admit.portal.operation.Operations;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What a registration came to: the ids, the secret once, and how to get a token.
 */
@Controller
class ResultController {

	private static final String VIEW = "registration/result";

	private static final String PATH = "/registrations/{operation}/result";

	private final Operations operations;

	private final Envelopes envelopes;

	private final ResultViews views;

	private final CurrentOperator current;

	ResultController(Operations operations, Envelopes envelopes, ResultViews views, CurrentOperator current) {
		this.operations = operations;
		this.envelopes = envelopes;
		this.views = views;
		this.current = current;
	}

	@GetMapping(PATH)
	String show(@PathVariable("operation") UUID id, HttpServletRequest request, Model model) {
		OperationState operation = find(id);
		if (operation.phase() != OperationState.Phase.FINISHED) {
			return "redirect:/operations/" + operation.id();
		}
		EnvelopeStatus envelope = this.envelopes.status(operation.id(), this.envelopes.held(operation.id(), request),
				this.current.operator());
		model.addAttribute("result", this.views.of(operation, envelope));
		addRoles(operation, model);
		return VIEW;
	}

	/**
	 * The part about the roles, for a page that waits until the services know of them.
	 */
	@GetMapping(PATH + "/roles")
	String roles(@PathVariable("operation") UUID id, Model model) {
		OperationState operation = find(id);
		addRoles(operation, model);
		return "registration/roles :: roles";
	}

	/**
	 * Shows the secret in the answer itself, so that it is in no address, no redirect and
	 * no cache.
	 */
	@PostMapping(PATH)
	String reveal(@PathVariable("operation") UUID id, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		OperationState operation = find(id);
		OperationId operationId = operation.id();
		if (operation.phase() != OperationState.Phase.FINISHED) {
			return "redirect:/operations/" + operationId;
		}
		Operator operator = this.current.operator();
		String key = this.envelopes.held(operationId, request);
		Revelation revelation = this.envelopes.reveal(operationId, key, operator);
		String secret = revelation.fold((revealed) -> revealed.secret().reveal(), (already) -> "", () -> "",
				(expired) -> "", () -> "");
		if (!secret.isEmpty()) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			response.addHeader(HttpHeaders.SET_COOKIE, this.envelopes.discardedCookie(operationId).toString());
			model.addAttribute("secret", secret);
		}
		EnvelopeStatus envelope = this.envelopes.status(operationId, key, operator);
		model.addAttribute("revealedAt", envelope.since());
		model.addAttribute("revealedBy", envelope.revealedBy());
		model.addAttribute("result", this.views.of(operation, envelope));
		addRoles(operation, model);
		return VIEW;
	}

	private void addRoles(OperationState operation, Model model) {
		String path = "/registrations/" + operation.id() + "/result";
		model.addAttribute("roles", this.views.roles(operation));
		model.addAttribute("resultPath", path);
		model.addAttribute("rolesPath", path + "/roles");
		model.addAttribute("rolesTest", this.views.testPath(operation));
	}

	private OperationState find(UUID id) {
		OperationId operation = new OperationId(id);
		return this.operations.find(this.current.operator().tenant(), operation)
			.filter((state) -> "registration".equals(state.plan().kind()))
			.orElseThrow(() -> new OperationNotFound(operation));
	}

}
