package health.admit.portal.registration;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import health.admit.portal.registration.CredentialChoice.Kind;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Step 3 with a federated credential: whose tokens Entra shall trust instead of a secret.
 */
@Controller
class FederationController {

	private static final String VIEW = "registration/credentials/federated";

	private static final String PATH = "/registrations/{draft}/credentials/federated";

	private final WizardPage page;

	private final CredentialPage credentials;

	private final Texts texts;

	FederationController(WizardPage page, CredentialPage credentials, Texts texts) {
		this.page = page;
		this.credentials = credentials;
		this.texts = texts;
	}

	@GetMapping(PATH)
	String show(@PathVariable("draft") UUID id, @RequestParam(required = false) @Nullable FederationPreset preset,
			Model model) {
		Draft draft = this.credentials.open(id, Kind.FEDERATED, model);
		CredentialChoice choice = draft.content().credential();
		CredentialChoice.Federation federation = (choice != null) ? choice.federation() : null;
		if (preset == null && federation != null) {
			model.addAttribute("form", FederationForm.from(federation));
		}
		else {
			model.addAttribute("form", ((preset != null) ? preset : FederationPreset.OTHER).form());
		}
		ask(draft, preset, model);
		return VIEW;
	}

	@PostMapping(PATH)
	ModelAndView submit(@PathVariable("draft") UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String then, @Valid @ModelAttribute("form") FederationForm form,
			BindingResult errors, Model model) {
		Draft draft = this.credentials.open(id, Kind.FEDERATED, model);
		if (form.issuerIsUnfinished()) {
			errors.rejectValue("issuer", "unfinished", unfinished());
		}
		if (form.subjectIsUnfinished()) {
			errors.rejectValue("subject", "unfinished", unfinished());
		}
		if (errors.hasErrors()) {
			ask(draft, null, model);
			return this.page.rejected(VIEW);
		}
		return this.page.save(draft, WizardStep.CREDENTIALS, version, draft.content().with(form.toChoice()), then);
	}

	private String unfinished() {
		return this.texts.get("registration.credentials.federated.unfinished");
	}

	private void ask(Draft draft, @Nullable FederationPreset current, Model model) {
		List<PresetView> presets = Arrays.stream(FederationPreset.values())
			.map((preset) -> new PresetView(this.texts.of(preset),
					CredentialPage.path(draft, Kind.FEDERATED) + "?preset=" + preset, preset == current))
			.toList();
		model.addAttribute("presets", presets);
	}

	/**
	 * A link that fills the form in.
	 */
	record PresetView(String title, String href, boolean current) {
	}

}
