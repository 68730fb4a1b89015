package health.admit.portal.registration;

import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

import health.admit.portal.credentials.CertificateDetails;
import health.admit.portal.credentials.CertificateProblem;
import health.admit.portal.credentials.CertificateReader;
import health.admit.portal.credentials.CertificateViews;
import health.admit.portal.directory.CredentialPolicy;
import health.admit.portal.registration.CredentialChoice.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Step 3 with a certificate: takes the public part, shows what it says and keeps it in
 * the draft.
 */
@Controller
class CertificateController {

	private static final String VIEW = "registration/credentials/certificate";

	private static final String PATH = "/registrations/{draft}/credentials/certificate";

	private final WizardPage page;

	private final CredentialPage credentials;

	private final CertificateReader reader;

	private final CertificateViews views;

	private final Texts texts;

	CertificateController(WizardPage page, CredentialPage credentials, CertificateReader reader, CertificateViews views,
			Texts texts) {
		this.page = page;
		this.credentials = credentials;
		this.reader = reader;
		this.views = views;
		this.texts = texts;
	}

	@GetMapping(PATH)
	ModelAndView show(@PathVariable("draft") UUID id,
			@RequestParam(required = false) @Nullable CertificateProblem problem, Model model) {
		Draft draft = this.credentials.open(id, Kind.CERTIFICATE, model);
		CredentialPolicy policy = this.credentials.policyToShow();
		CertificateForm form = new CertificateForm(null);
		BindingResult errors = new BeanPropertyBindingResult(form, "form");
		model.addAttribute("form", form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
		ask(draft, policy, model);
		if (problem != null) {
			reject(problem, policy, errors);
			return this.page.rejected(VIEW);
		}
		return new ModelAndView(VIEW);
	}

	@PostMapping(PATH)
	ModelAndView submit(@PathVariable("draft") UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String then, @ModelAttribute("form") CertificateForm form,
			BindingResult errors, Model model) {
		Draft draft = this.credentials.open(id, Kind.CERTIFICATE, model);
		CredentialPolicy policy = this.credentials.policy();
		return this.reader.read(form.bytes(), policy)
			.fold((read) -> keep(draft, version, read.details(), then), (no) -> {
				reject(no.problem(), policy, errors);
				ask(draft, policy, model);
				return this.page.rejected(VIEW);
			});
	}

	/** Comes back to this page, so that the admin sees what was read. */
	private ModelAndView keep(Draft draft, int version, CertificateDetails details, @Nullable String then) {
		ModelAndView saved = this.page.save(draft, WizardStep.CREDENTIALS, version,
				draft.content().with(choice(details)), then);
		return WizardPage.LEAVE.equals(then) ? saved
				: new ModelAndView("redirect:" + CredentialPage.path(draft, Kind.CERTIFICATE));
	}

	static CredentialChoice choice(CertificateDetails details) {
		return new CredentialChoice(Kind.CERTIFICATE, null, new CredentialChoice.Certificate(
				Base64.getEncoder().encodeToString(details.der()), details.displayName()), null);
	}

	private void ask(Draft draft, CredentialPolicy policy, Model model) {
		CredentialChoice choice = draft.content().credential();
		CredentialChoice.Certificate certificate = (choice != null) ? choice.certificate() : null;
		if (certificate != null) {
			this.reader.read(Base64.getDecoder().decode(certificate.der()), policy).fold((read) -> {
				model.addAttribute("certificate", this.views.of(read.details()));
				model.addAttribute("next", draft.path(WizardSteps.next(draft.content(), WizardStep.CREDENTIALS)));
				return true;
			}, (no) -> {
				model.addAttribute("outdated", this.views.problem(no.problem(), policy));
				return false;
			});
		}
		if (!policy.known()) {
			model.addAttribute("policyNotice", this.texts.get("registration.credentials.policy.unknown"));
		}
		else if (policy.longestCertificate() != null) {
			model.addAttribute("policyNotice",
					this.texts.get("registration.credentials.policy.longestCertificate", days(policy)));
		}
	}

	private void reject(CertificateProblem problem, CredentialPolicy policy, BindingResult errors) {
		errors.rejectValue("file", problem.name(), this.views.problem(problem, policy));
	}

	private static long days(CredentialPolicy policy) {
		Duration longest = policy.longestCertificate();
		return (longest != null) ? longest.toDays() : 0;
	}

}
