package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.admit.portal.directory.RedirectUris;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Step 2: what kind of client it is, and where sign-in may send its users.
 */
@Controller
class AuthenticationController {

	private static final String VIEW = "registration/authentication";

	private static final String PATH = "/registrations/{draft}/authentication";

	private final WizardPage page;

	private final AuthenticationOptions options;

	private final Texts texts;

	AuthenticationController(WizardPage page, AuthenticationOptions options, Texts texts) {
		this.page = page;
		this.options = options;
		this.texts = texts;
	}

	@GetMapping(PATH)
	String show(@PathVariable("draft") UUID id, Model model) {
		Draft draft = this.page.open(id, WizardStep.AUTHENTICATION, model);
		Authentication decided = draft.content().authentication();
		AuthenticationForm form = (decided != null) ? AuthenticationForm.from(decided) : AuthenticationForm.empty();
		model.addAttribute("form", form);
		ask(model, draft, form);
		return VIEW;
	}

	/** A preset button: the page comes back with the URIs filled in; nothing is saved. */
	@PostMapping(path = PATH, params = "preset")
	ModelAndView preset(@PathVariable("draft") UUID id, @ModelAttribute("form") AuthenticationForm form,
			BindingResult errors, @RequestParam RedirectPreset preset, Model model) {
		Draft draft = this.page.open(id, WizardStep.AUTHENTICATION, model);
		String host = (form.presetHost() != null) ? form.presetHost().strip() : "";
		RedirectPlatform platform = preset.platform(form.confidential());
		if (preset.needsHost() && !RedirectUriRules.acceptable(preset.uris(host), platform, accounts(draft))) {
			errors.rejectValue("presetHost", "host", this.texts.get("registration.authentication.presetHost.bad"));
			ask(model, draft, form);
			return this.page.rejected(VIEW);
		}
		AuthenticationForm filled = form.plus(platform, preset.uris(host));
		model.addAttribute("form", filled);
		ask(model, draft, filled);
		return new ModelAndView(VIEW);
	}

	@PostMapping(PATH)
	ModelAndView submit(@PathVariable("draft") UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String then,
			@Valid @ModelAttribute("form") AuthenticationForm sent, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Draft draft = this.page.open(id, WizardStep.AUTHENTICATION, model);
		List<String> notices = new ArrayList<>();
		AuthenticationForm form = withoutOutlived(sent, draft, notices);
		check(form, draft, errors);
		if (errors.hasErrors()) {
			ask(model, draft, sent);
			return this.page.rejected(VIEW);
		}
		Fitting fitting = Fitting.of(draft.content(), form.toAuthentication());
		fitting.dropped().forEach((key) -> notices.add(this.texts.get(key)));
		redirect.addFlashAttribute("notices", notices);
		return this.page.save(draft, WizardStep.AUTHENTICATION, version, fitting.content(), then);
	}

	/**
	 * Drops web redirect URIs that were decided for a confidential client and not touched
	 * since, when the client is not confidential any more.
	 */
	private AuthenticationForm withoutOutlived(AuthenticationForm form, Draft draft, List<String> notices) {
		Authentication before = draft.content().authentication();
		if (before == null || !before.confidential() || form.kind() == null || form.confidential()) {
			return form;
		}
		List<String> web = form.uris().web();
		if (web.isEmpty() || !web.equals(before.redirectUris().web())) {
			return form;
		}
		notices.add(this.texts.get("registration.authentication.dropped.web", String.join(", ", web)));
		return form.withoutWeb();
	}

	private void check(AuthenticationForm form, Draft draft, BindingResult errors) {
		AuthenticationRules.check(form)
			.forEach((found) -> errors.rejectValue(found.field(), found.message(), this.texts.get(found.message())));
		for (RedirectProblem problem : RedirectUriRules.check(form.uris(), accounts(draft))) {
			if (problem.rule().error()) {
				errors.rejectValue(field(problem.platform()), "redirectUri", this.options.text(problem));
			}
		}
	}

	private void ask(Model model, Draft draft, AuthenticationForm form) {
		model.addAttribute("kinds", this.options.kinds());
		model.addAttribute("secretChoices", this.options.secretChoices());
		model.addAttribute("presets", this.options.presets(form));
		model.addAttribute("hints", hints(form.uris(), draft));
	}

	/** What can be registered, but hardly anybody wants. */
	private List<String> hints(RedirectUris uris, Draft draft) {
		return RedirectUriRules.check(uris, accounts(draft))
			.stream()
			.filter((problem) -> !problem.rule().error())
			.map(this.options::text)
			.toList();
	}

	private static AccountTypes accounts(Draft draft) {
		Basics basics = draft.content().basics();
		return (basics != null) ? basics.accountTypes() : AccountTypes.THIS_DIRECTORY;
	}

	private static String field(RedirectPlatform platform) {
		return switch (platform) {
			case WEB -> "web";
			case SINGLE_PAGE -> "singlePage";
			case PUBLIC_CLIENT -> "publicClient";
		};
	}

}
