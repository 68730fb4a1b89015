package health.admit.portal.doctor;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.PortalRole;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page where one pastes what went wrong. It answers a POST directly: what was pasted
 * is in no address and in no session.
 */
@Controller
@RequestMapping(PastedForms.PATH)
class DoctorController {

	private static final String PAGE = "doctor/show";

	private final Examinations examinations;

	private final CurrentOperator current;

	private final Cloud cloud;

	DoctorController(Examinations examinations, CurrentOperator current, Cloud cloud) {
		this.examinations = examinations;
		this.current = current;
		this.cloud = cloud;
	}

	@GetMapping
	String show(@RequestParam(required = false) @Nullable String problem, Model model) {
		BindingResult errors = form(DoctorForm.empty(), model);
		if ("TOO_LARGE".equals(problem)) {
			errors.rejectValue("text", "doctor.problem.TOO_LARGE");
		}
		return PAGE;
	}

	@PostMapping
	String submit(HttpServletRequest request, HttpServletResponse response, Model model) {
		PastedText pasted = (PastedText) request.getAttribute(PastedText.ATTRIBUTE);
		if (pasted == null || pasted.isBlank()) {
			form(DoctorForm.empty(), model).rejectValue("text", "doctor.text.empty");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		Paste paste = Paste.of(pasted);
		BindingResult errors = form(DoctorForm.of(paste), model);
		if (pasted.length() > DoctorForm.LONGEST) {
			errors.rejectValue("text", "doctor.text.tooLong", new Object[] { DoctorForm.LONGEST }, null);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		Examination examination = this.examinations.of(paste, this.current.delegation());
		model.addAttribute("found", ExaminationView.of(examination, this.cloud, paste.redacted(),
				this.current.operator().is(PortalRole.REGISTRAR)));
		return PAGE;
	}

	/**
	 * The same page, after the operator has agreed that the portal may read grants of
	 * consent.
	 */
	@GetMapping("/grants")
	String grants() {
		this.current.require(DelegatedScope.GRANT_WRITE);
		return "redirect:" + PastedForms.PATH;
	}

	/**
	 * The same page, after the operator has agreed that the portal may read Azure.
	 */
	@GetMapping("/azure")
	String azure() {
		this.current.require(DelegatedScope.AZURE);
		return "redirect:" + PastedForms.PATH;
	}

	private static BindingResult form(DoctorForm form, Model model) {
		BindingResult errors = new BeanPropertyBindingResult(form, "form");
		model.addAttribute("form", form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
		return errors;
	}

}
