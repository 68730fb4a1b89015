package health.admit.portal.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

import health.admit.portal.azure.PrincipalType;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.DirectoryGroup;
import health.admit.portal.directory.DirectoryPerson;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;

/**
 * Step 5: which services the client reaches, and who gets which role on them. Azure is
 * asked only when the admin wants it; looking there, and for people, goes through a
 * redirect with what was typed kept aside, so that a visit to the sign-in page in between
 * loses nothing.
 */
@Controller
class AccessController {

	private static final String VIEW = "registration/access";

	private static final String PATH = "/registrations/{draft}/access";

	private final WizardPage page;

	private final TypedForms typed;

	private final AccessOffers offers;

	private final AccessDecisions decisions;

	private final AccessViews views;

	private final Directories directories;

	private final CurrentOperator current;

	private final Texts texts;

	AccessController(WizardPage page, TypedForms typed, AccessOffers offers, AccessDecisions decisions,
			AccessViews views, Directories directories, CurrentOperator current, Texts texts) {
		this.page = page;
		this.typed = typed;
		this.offers = offers;
		this.decisions = decisions;
		this.views = views;
		this.directories = directories;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping(PATH)
	String show(@PathVariable("draft") UUID id, @RequestParam(defaultValue = "false") boolean look,
			@RequestParam(defaultValue = "false") boolean people, @RequestParam(defaultValue = "false") boolean groups,
			Model model) {
		Draft draft = this.page.open(id, WizardStep.ACCESS, model);
		AccessForm form = this.typed.find(id, AccessForm.class)
			.map((typed) -> restored(typed, model))
			.orElseGet(() -> decided(draft));
		if (people) {
			model.addAttribute("found", people(form.peopleSearch()));
		}
		if (groups) {
			model.addAttribute("foundGroups", groups(form.group()));
		}
		ask(draft, look ? this.offers.look(draft, form) : this.offers.known(draft, form), model);
		return VIEW;
	}

	@PostMapping(path = PATH, params = "find=azure")
	String look(@PathVariable("draft") UUID id, @RequestParam int version, @ModelAttribute("form") AccessForm form,
			BindingResult errors, Model model) {
		return aside(id, version, form.with(AccessChoice.Mode.AZURE), model, "?look=true#services");
	}

	@PostMapping(path = PATH, params = "find=people")
	String find(@PathVariable("draft") UUID id, @RequestParam int version, @ModelAttribute("form") AccessForm form,
			BindingResult errors, Model model) {
		return aside(id, version, form, model, "?people=true#people");
	}

	@PostMapping(path = PATH, params = "find=group")
	ModelAndView group(@PathVariable("draft") UUID id, @RequestParam int version,
			@ModelAttribute("form") AccessForm form, BindingResult errors, Model model) {
		Optional<AccessForm.Person> group = group(form.group());
		return new ModelAndView(group.isPresent() ? aside(id, version, form.plus(group.get()), model, "#people")
				: aside(id, version, form, model, "?groups=true#people"));
	}

	@PostMapping(path = PATH, params = "add")
	ModelAndView add(@PathVariable("draft") UUID id, @RequestParam int version, @ModelAttribute("form") AccessForm form,
			BindingResult errors, @RequestParam String add, Model model) {
		return add(id, version, form, errors, AccessForm.Person.parse(add, PrincipalType.USER), model);
	}

	@PostMapping(path = PATH, params = "addGroup")
	ModelAndView addGroup(@PathVariable("draft") UUID id, @RequestParam int version,
			@ModelAttribute("form") AccessForm form, BindingResult errors, @RequestParam String addGroup, Model model) {
		return add(id, version, form, errors, AccessForm.Person.parse(addGroup, PrincipalType.GROUP), model);
	}

	private ModelAndView add(UUID id, int version, AccessForm form, BindingResult errors,
			Optional<AccessForm.Person> person, Model model) {
		if (person.isEmpty()) {
			Draft draft = this.page.open(id, WizardStep.ACCESS, model);
			errors.rejectValue("people", "broken", this.texts.get("registration.access.error.people"));
			return again(draft, form, model);
		}
		return new ModelAndView(aside(id, version, form.plus(person.get()), model, "#people"));
	}

	@PostMapping(path = PATH, params = "remove")
	String remove(@PathVariable("draft") UUID id, @RequestParam int version, @ModelAttribute("form") AccessForm form,
			BindingResult errors, @RequestParam UUID remove, Model model) {
		return aside(id, version, form.minus(remove), model, "#people");
	}

	@PostMapping(PATH)
	ModelAndView submit(@PathVariable("draft") UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String then, @ModelAttribute("form") AccessForm form,
			BindingResult errors, Model model) {
		Draft draft = this.page.open(id, WizardStep.ACCESS, model);
		this.typed.keep(id, version, form);
		Optional<AccessChoice> choice = this.decisions.decide(draft, form, errors);
		if (choice.isEmpty()) {
			model.addAttribute("sure", AccessDecisions.questions(errors));
			return again(draft, form, model);
		}
		this.typed.drop(id, AccessForm.class);
		return this.page.save(draft, WizardStep.ACCESS, version, draft.content().with(choice.get()), then);
	}

	private ModelAndView again(Draft draft, AccessForm form, Model model) {
		ask(draft, this.offers.known(draft, form), model);
		return this.page.rejected(VIEW);
	}

	private void ask(Draft draft, AccessOffers.Offer offer, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", offer.form());
		}
		model.addAttribute("access", this.views.of(draft, offer));
		model.addAttribute("modes", choices(AccessChoice.Mode.values()));
	}

	private AccessForm decided(Draft draft) {
		Grantees who = Grantees.of(draft.content().authentication());
		AccessChoice choice = draft.content().access();
		return (choice != null && Grantees.fit(draft.content(), choice)) ? AccessForm.from(choice, who)
				: AccessForm.suggested(who);
	}

	private AccessForm restored(TypedForms.Typed<AccessForm> typed, Model model) {
		this.page.typedOn(typed.version(), model);
		return typed.form();
	}

	private String aside(UUID id, int version, AccessForm form, Model model, String rest) {
		Draft draft = this.page.open(id, WizardStep.ACCESS, model);
		this.typed.keep(id, version, form);
		return "redirect:" + draft.path(WizardStep.ACCESS) + rest;
	}

	private List<DirectoryPerson> people(@Nullable String text) {
		if (text == null || !isSearch(text)) {
			return List.of();
		}
		this.current.require(DelegatedScope.USER_SEARCH);
		return this.directories.actingFor(this.current.delegation()).searchPeople(text);
	}

	private List<DirectoryGroup> groups(@Nullable String text) {
		if (text == null || !isSearch(text)) {
			return List.of();
		}
		this.current.require(DelegatedScope.GROUP_SEARCH);
		return this.directories.actingFor(this.current.delegation()).searchGroups(text);
	}

	private static boolean isSearch(String text) {
		return text.length() <= BasicsForm.LONGEST_SEARCH && text.matches(BasicsForm.LINE);
	}

	private Optional<AccessForm.Person> group(@Nullable String text) {
		try {
			UUID group = UUID.fromString(String.valueOf(text));
			return Optional.of(new AccessForm.Person(group, this.texts.get("registration.access.group.name", group),
					PrincipalType.GROUP));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private List<Choice> choices(Enum<?>[] constants) {
		return Arrays.stream(constants)
			.map((constant) -> new Choice(constant.name(), this.texts.of(constant), this.texts.hint(constant)))
			.toList();
	}

}
