package health.admit.portal.registration;

import java.util.List;
import java.util.Set;
import java.util.UUID;

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
 * Step 4: what the client may ask of which API, and whether consent is given now. Looking
 * for other APIs goes through a redirect with what was ticked kept aside.
 */
@Controller
class PermissionsController {

	private static final String VIEW = "registration/permissions";

	private static final String PATH = "/registrations/{draft}/permissions";

	private final WizardPage page;

	private final TypedForms typed;

	private final ApiOffers offers;

	private final Texts texts;

	PermissionsController(WizardPage page, TypedForms typed, ApiOffers offers, Texts texts) {
		this.page = page;
		this.typed = typed;
		this.offers = offers;
		this.texts = texts;
	}

	@GetMapping(PATH)
	String show(@PathVariable("draft") UUID id, @RequestParam(defaultValue = "false") boolean found, Model model) {
		Draft draft = this.page.open(id, WizardStep.PERMISSIONS, model);
		PermissionForm form = this.typed.find(id, PermissionForm.class)
			.map((typed) -> restored(typed, model))
			.orElseGet(() -> decided(draft));
		model.addAttribute("form", form);
		ask(draft, form, this.offers.offers(draft, form), model);
		if (found && !form.searched().isEmpty()) {
			model.addAttribute("found", this.offers.search(form.searched()));
		}
		return VIEW;
	}

	@PostMapping(path = PATH, params = "find")
	String find(@PathVariable("draft") UUID id, @RequestParam int version, @ModelAttribute("form") PermissionForm form,
			Model model) {
		return aside(id, version, form, model, "?found=true#others");
	}

	@PostMapping(path = PATH, params = "add")
	String add(@PathVariable("draft") UUID id, @RequestParam int version, @ModelAttribute("form") PermissionForm form,
			@RequestParam UUID add, Model model) {
		return aside(id, version, form.plus(add), model, "#api-" + add);
	}

	@PostMapping(PATH)
	ModelAndView submit(@PathVariable("draft") UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String then, @ModelAttribute("form") PermissionForm form,
			BindingResult errors, Model model) {
		Draft draft = this.page.open(id, WizardStep.PERMISSIONS, model);
		List<ApiOffer> offers = this.offers.offers(draft, form);
		PermissionChoice choice = ApiOffers.choice(form, offers);
		Basics basics = draft.content().basics();
		AccountTypes accounts = (basics != null) ? basics.accountTypes() : AccountTypes.THIS_DIRECTORY;
		PermissionRules.check(form, choice, accounts)
			.forEach((problem) -> errors.rejectValue(problem.field(), "rule", this.texts.get(problem.message())));
		if (picks(choice) < form.picked().size()) {
			errors.rejectValue("picks", "gone", this.texts.get("registration.permissions.gone"));
		}
		if (errors.hasErrors()) {
			ask(draft, form, offers, model);
			return this.page.rejected(VIEW);
		}
		this.typed.drop(id, PermissionForm.class);
		return this.page.save(draft, WizardStep.PERMISSIONS, version, draft.content().with(choice), then);
	}

	private PermissionForm decided(Draft draft) {
		PermissionChoice choice = draft.content().permissions();
		if (choice != null) {
			return PermissionForm.from(choice);
		}
		List<ApiOffer> offers = this.offers.offers(draft, PermissionForm.suggested(List.of()));
		return PermissionForm.suggested(ApiOffers.usual(draft, offers));
	}

	private PermissionForm restored(TypedForms.Typed<PermissionForm> typed, Model model) {
		this.page.typedOn(typed.version(), model);
		return typed.form();
	}

	private String aside(UUID id, int version, PermissionForm form, Model model, String rest) {
		Draft draft = this.page.open(id, WizardStep.PERMISSIONS, model);
		this.typed.keep(id, version, form);
		return "redirect:" + draft.path(WizardStep.PERMISSIONS) + rest;
	}

	private void ask(Draft draft, PermissionForm form, List<ApiOffer> offers, Model model) {
		Set<PermissionPick> picked = form.picked();
		PermissionChoice choice = ApiOffers.choice(form, offers);
		model.addAttribute("otherApis", form.otherApis());
		model.addAttribute("apis", offers.stream().map((offer) -> ApiView.of(offer, picked)).toList());
		Authentication authentication = draft.content().authentication();
		boolean itself = ApiOffers.actsAsItself(authentication);
		model.addAttribute("actsAsItself", itself);
		model.addAttribute("actsForPeopleToo", !itself && authentication != null && authentication.confidential());
		model.addAttribute("smart", PermissionRules.hasSmartScope(choice));
		model.addAttribute("beyond", offers.stream().anyMatch((offer) -> offer.health() == null));
		model.addAttribute("consents", List.of(consent("true"), consent("false")));
	}

	private Choice consent(String value) {
		return new Choice(value, this.texts.get("registration.permissions.consent." + value),
				this.texts.get("registration.permissions.consent." + value + ".hint"));
	}

	private static int picks(PermissionChoice choice) {
		return choice.apis().stream().mapToInt((api) -> api.scopes().size() + api.appRoles().size()).sum();
	}

}
