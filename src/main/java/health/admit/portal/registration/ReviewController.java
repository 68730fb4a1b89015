package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.credentials.Envelopes;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.Plan;
import health.admit.portal.operation.PlanChanged;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Step 5: what exactly will be done, what there is to say about it, and the word to do
 * it.
 */
@Controller
class ReviewController {

	private static final String VIEW = "registration/review";

	private static final String PATH = "/registrations/{draft}/review";

	private final WizardPage page;

	private final RegistrationService registrations;

	private final ReviewViews views;

	private final Envelopes envelopes;

	private final CurrentOperator current;

	private final JsonMapper mapper;

	ReviewController(WizardPage page, RegistrationService registrations, ReviewViews views, Envelopes envelopes,
			CurrentOperator current, JsonMapper mapper) {
		this.page = page;
		this.registrations = registrations;
		this.views = views;
		this.envelopes = envelopes;
		this.current = current;
		this.mapper = mapper;
	}

	/**
	 * Asks for every scope the plan needs now, so that confirming need not leave the
	 * page, and gives the browser its key for the secret.
	 */
	@GetMapping(PATH)
	String show(@PathVariable("draft") UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
		Draft draft = this.page.open(id, WizardStep.REVIEW, model);
		Plan plan = this.registrations.plan(draft);
		Set<DelegatedScope> scopes = NeededScopes.of(plan);
		this.current.require(scopes.toArray(DelegatedScope[]::new));
		model.addAttribute("review", this.views.of(draft, plan));
		OperationId operation = RegistrationService.operation(draft);
		send(this.envelopes.offer(operation, this.envelopes.held(operation, request)), response);
		return VIEW;
	}

	@GetMapping(PATH + "/plan.json")
	ResponseEntity<String> download(@PathVariable("draft") UUID id, Model model) {
		Plan plan = this.registrations.plan(this.page.open(id, WizardStep.REVIEW, model));
		String json = this.mapper.writer()
			.with(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.writeValueAsString(new PlanFile(plan.hash(), plan));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("admit-plan-" + id + ".json").build().toString())
			.body(json);
	}

	@PostMapping(PATH)
	ModelAndView submit(@PathVariable("draft") UUID id, @RequestParam int version, @RequestParam String planHash,
			@RequestParam(defaultValue = "") List<String> seen, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		Draft draft = this.page.open(id, WizardStep.REVIEW, model);
		Plan plan = this.registrations.plan(draft);
		if (!plan.hash().equals(planHash)) {
			return changed(draft, plan, seen, model);
		}
		try {
			RegistrationService.Confirmed confirmed = this.registrations.confirm(draft, version,
					this.envelopes.held(RegistrationService.operation(draft), request), plan, this.current.operator(),
					this.current.delegation());
			send(confirmed.cookie(), response);
			return new ModelAndView("redirect:/operations/" + confirmed.operation());
		}
		catch (DraftChangedElsewhere ex) {
			if (ex.current().operation() != null) {
				return new ModelAndView("redirect:/operations/" + ex.current().operation());
			}
			return changed(ex.current(), plan, seen, model);
		}
		catch (PlanChanged ex) {
			return changed(draft, plan, seen, model);
		}
	}

	private static void send(Optional<ResponseCookie> cookie, HttpServletResponse response) {
		cookie.ifPresent((sent) -> response.addHeader(HttpHeaders.SET_COOKIE, sent.toString()));
	}

	/**
	 * Nothing was started; the page comes back with what is different from what was
	 * shown.
	 */
	private ModelAndView changed(Draft draft, Plan plan, List<String> seen, Model model) {
		List<String> now = this.views.seen(plan);
		List<String> added = new ArrayList<>(now);
		added.removeAll(seen);
		List<String> removed = new ArrayList<>(seen);
		removed.removeAll(now);
		model.addAttribute("changed", true);
		model.addAttribute("added", added);
		model.addAttribute("removed", removed);
		model.addAttribute("review", this.views.of(draft, plan));
		return new ModelAndView(VIEW, HttpStatus.CONFLICT);
	}

	/**
	 * A plan to keep or to hand to somebody else.
	 */
	record PlanFile(String hash, Plan plan) {
	}

}
