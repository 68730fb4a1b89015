package health.admit.portal.connection;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.doctor.Diagnosis;
import health.admit.portal.doctor.Explanations;
import health.admit.portal.signin.CurrentOperator;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes the address that a sign-in through the client under test led to, and tests with
 * the code in it.
 */
@Controller
class SignInController {

	private final ConnectionTests tests;

	private final FormCheck check;

	private final CurrentOperator current;

	private final Texts texts;

	SignInController(ConnectionTests tests, FormCheck check, CurrentOperator current, Texts texts) {
		this.tests = tests;
		this.check = check;
		this.current = current;
		this.texts = texts;
	}

	@PostMapping("/connection/sign-in")
	ModelAndView submit(@ModelAttribute("form") SignInForm form, BindingResult errors) {
		Optional<TestPlan> plan = this.check.plan(form.test(), errors);
		URI redirectUri = this.check.redirectUri(form.getRedirectUri(), errors);
		Credential proof = (form.getWay() == Way.WEB) ? this.check.proof(form.test(), errors).orElse(null) : null;
		String code = code(form, errors);
		if (plan.isEmpty() || redirectUri == null || code == null || errors.hasErrors()) {
			return rejected();
		}
		Credential credential = new Credential.Code(code, form.getVerifier(), form.getRedirectUri().strip(),
				(form.getWay() == Way.SINGLE_PAGE) ? origin(redirectUri) : null, proof);
		Optional<UUID> test = this.tests.start(this.current.operator(), this.current.delegation(), plan.get(),
				form.getWay(), credential);
		if (test.isEmpty()) {
			errors.reject("busy", this.texts.get("connection.form.busy", ConnectionTests.MOST));
			return rejected();
		}
		return new ModelAndView("redirect:/connection/tests/" + test.get());
	}

	private @Nullable String code(SignInForm form, BindingResult errors) {
		SignInAnswer answer = SignInAnswer.of(form.answer(), form.getRedirectUri(), form.getState());
		if (answer.problem() != null) {
			errors.rejectValue("answer", answer.problem().text(), this.texts.get(answer.problem().text()));
		}
		if (answer.refused() != null) {
			errors.rejectValue("answer", "refused", refusal(answer.refused()));
		}
		return answer.code();
	}

	private String refusal(String query) {
		Optional<Diagnosis> diagnosis = Explanations.ofEntra("?" + query);
		return diagnosis
			.map((found) -> this.texts.get("connection.answer.refused", this.texts.get(found.cause().happened()),
					this.texts.get(found.cause().next()), String.valueOf(found.code())))
			.orElseGet(() -> this.texts.get("connection.answer.NO_CODE"));
	}

	/** A code is good once, and the address may be the wrong one: begin again. */
	private static ModelAndView rejected() {
		return new ModelAndView("connection/sign-in", HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static String origin(URI redirectUri) {
		return redirectUri.getScheme() + "://" + redirectUri.getRawAuthority();
	}

}
