package health.admit.portal.registration;

import java.util.UUID;

import health.admit.portal.registration.CredentialChoice.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Step 3: leads to the page of the kind of credential that was chosen, or else to the one
 * that is recommended; and lets the admin put the choice off.
 */
@Controller
class CredentialsController {

	private final WizardPage page;

	private final CredentialPage credentials;

	CredentialsController(WizardPage page, CredentialPage credentials) {
		this.page = page;
		this.credentials = credentials;
	}

	@GetMapping("/registrations/{draft}/credentials")
	String show(@PathVariable("draft") UUID id, Model model) {
		Draft draft = this.page.open(id, WizardStep.CREDENTIALS, model);
		CredentialChoice choice = draft.content().credential();
		return "redirect:" + CredentialPage.path(draft, (choice != null) ? choice.kind() : Kind.CERTIFICATE);
	}

	@GetMapping("/registrations/{draft}/credentials/later")
	String later(@PathVariable("draft") UUID id, Model model) {
		this.credentials.open(id, Kind.LATER, model);
		return "registration/credentials/later";
	}

	@PostMapping("/registrations/{draft}/credentials/later")
	ModelAndView submit(@PathVariable("draft") UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String then, Model model) {
		Draft draft = this.credentials.open(id, Kind.LATER, model);
		return this.page.save(draft, WizardStep.CREDENTIALS, version,
				draft.content().with(new CredentialChoice(Kind.LATER, null, null, null)), then);
	}

}
