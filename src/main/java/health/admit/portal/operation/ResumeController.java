package health.admit.portal.operation;

import java.util.List;
import java.util.UUID;

import health.admit.portal.operation.OperationState.Phase;
import health.admit.portal.operation.StepHandler.Repetition;
import health.admit.portal.operation.StepState.Status;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.PortalRole;
import health.admit.portal.signin.StepUpRequired;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Goes on with an operation that waits for somebody: whoever is entitled may, not only
 * who started it.
 */
@Controller
class ResumeController {

	private final OperationRows rows;

	private final OperationViews views;

	private final Operations operations;

	private final Handlers handlers;

	private final SecretKeeper keeper;

	private final Undos undos;

	private final CurrentOperator current;

	ResumeController(OperationRows rows, OperationViews views, Operations operations, Handlers handlers,
			SecretKeeper keeper, Undos undos, CurrentOperator current) {
		this.rows = rows;
		this.views = views;
		this.operations = operations;
		this.handlers = handlers;
		this.keeper = keeper;
		this.undos = undos;
		this.current = current;
	}

	/**
	 * Gets the sign-in the operation needs, then asks whether to go on.
	 */
	@GetMapping("/operations/{id}/resume")
	String show(@PathVariable("id") UUID id, Model model, HttpSession session, HttpServletRequest request,
			HttpServletResponse response) {
		if (!this.current.operator().is(PortalRole.REGISTRAR)) {
			throw new AccessDeniedException("Only a registrar may go on with an operation");
		}
		OperationRow row = row(id);
		boolean waits = row.phase() == Phase.PARKED || row.phase() == Phase.REFUSED;
		if (!waits || this.undos.of(row).isPresent()) {
			return "redirect:/operations/" + row.id();
		}
		this.current.require(row.parkedScopes().toArray(DelegatedScope[]::new));
		answerChallenge(row, session);
		model.addAttribute("operation", this.views.view(row, List.of(), this.current.operator()));
		if (row.steps().stream().anyMatch(this::bringsSecret)) {
			this.keeper.offer(row.id(), this.keeper.held(row.id(), request))
				.ifPresent((cookie) -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
		}
		return "operation/resume";
	}

	@PostMapping("/operations/{id}/resume")
	ResponseEntity<Void> submit(@PathVariable("id") UUID id, HttpServletRequest request) {
		OperationRow row = row(id);
		HttpHeaders headers = new HttpHeaders();
		if (row.steps().stream().anyMatch(this::bringsSecret)) {
			this.keeper.prepare(row.id(), this.current.operator(), this.keeper.held(row.id(), request))
				.ifPresent((cookie) -> headers.add(HttpHeaders.SET_COOKIE, cookie.toString()));
		}
		this.operations.resume(row.id(), this.current.delegation());
		headers.add(HttpHeaders.LOCATION, "/operations/" + row.id());
		return new ResponseEntity<>(headers, HttpStatus.SEE_OTHER);
	}

	/**
	 * Sends the browser to sign in with the claims Entra asked for, once per parking.
	 */
	private static void answerChallenge(OperationRow row, HttpSession session) {
		String claims = row.parkedClaims();
		String name = "operation.challenge." + row.id();
		String parking = row.changedAt().toString();
		if (claims != null && !parking.equals(session.getAttribute(name))) {
			session.setAttribute(name, parking);
			throw new StepUpRequired(row.parkedScopes(), claims);
		}
	}

	private boolean bringsSecret(StepRow step) {
		return step.status() != Status.APPLIED && step.status() != Status.SETTLING
				&& this.handlers.of(step.planned()).repetition() == Repetition.UNDER_NEW_MARKER;
	}

	private OperationRow row(UUID id) {
		OperationId operation = new OperationId(id);
		return this.rows.find(this.current.operator().tenant(), operation)
			.orElseThrow(() -> new OperationNotFound(operation));
	}

}
