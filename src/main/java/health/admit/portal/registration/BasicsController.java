package health.admit.portal.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.directory.Directories;
import health.admit.portal.directory.DirectoryPerson;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
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
 * Step 1: what the client is called, what it is for and who owns it. Looking for owners
 * and asking about a taken name go through a redirect with what was typed kept aside, so
 * that a visit to the sign-in page in between loses nothing.
 */
@Controller
class BasicsController {

	private static final String VIEW = "registration/basics";

	private static final String PATH = "/registrations/{draft}/basics";

	private final WizardPage page;

	private final TypedForms typed;

	private final NameCheck names;

	private final Directories directories;

	private final CurrentOperator current;

	private final Texts texts;

	BasicsController(WizardPage page, TypedForms typed, NameCheck names, Directories directories,
			CurrentOperator current, Texts texts) {
		this.page = page;
		this.typed = typed;
		this.names = names;
		this.directories = directories;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping(PATH)
	String show(@PathVariable("draft") UUID id, @RequestParam(required = false) @Nullable Ask ask, Model model) {
		Draft draft = this.page.open(id, WizardStep.BASICS, model);
		BasicsForm form = this.typed.find(id, BasicsForm.class)
			.map((typed) -> restored(typed, model))
			.orElseGet(() -> decided(draft));
		model.addAttribute("form", form);
		String name = form.name();
		if (ask == Ask.PEOPLE) {
			model.addAttribute("people", people(form.ownerSearch()));
		}
		else if (ask == Ask.NAME && name != null) {
			model.addAttribute("sameNamed", this.names.named(name));
		}
		else if (ask == Ask.NAME_OWNERS && name != null) {
			model.addAttribute("sameNamed", this.names.namedWithOwners(name));
		}
		options(model, form);
		return VIEW;
	}

	@PostMapping(path = PATH, params = "find")
	ModelAndView find(@PathVariable("draft") UUID id, @RequestParam int version,
			@ModelAttribute("form") BasicsForm form, BindingResult errors, Model model) {
		if (!form.searchable()) {
			this.page.open(id, WizardStep.BASICS, model);
			errors.rejectValue("ownerSearch", "bad", this.texts.get("registration.basics.ownerSearch.bad"));
			options(model, form);
			return this.page.rejected(VIEW);
		}
		return new ModelAndView(aside(id, version, form, model, "?ask=PEOPLE#owners"));
	}

	@PostMapping(path = PATH, params = "add")
	ModelAndView add(@PathVariable("draft") UUID id, @RequestParam int version, @ModelAttribute("form") BasicsForm form,
			BindingResult errors, @RequestParam String add, Model model) {
		Optional<BasicsForm.Owner> owner = BasicsForm.Owner.parse(add);
		if (owner.isEmpty()) {
			this.page.open(id, WizardStep.BASICS, model);
			errors.rejectValue("owners", "broken", this.texts.get("registration.basics.owners.broken"));
			options(model, form);
			return this.page.rejected(VIEW);
		}
		return new ModelAndView(aside(id, version, form.plus(owner.get()), model, "#owners"));
	}

	@PostMapping(path = PATH, params = "remove")
	String remove(@PathVariable("draft") UUID id, @RequestParam int version, @ModelAttribute("form") BasicsForm form,
			@RequestParam UUID remove, Model model) {
		return aside(id, version, form.minus(remove), model, "#owners");
	}

	@PostMapping(PATH)
	ModelAndView submit(@PathVariable("draft") UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String then, @RequestParam(defaultValue = "false") boolean anyway,
			@Valid @ModelAttribute("form") BasicsForm form, BindingResult errors, Model model) {
		Draft draft = this.page.open(id, WizardStep.BASICS, model);
		if (errors.hasErrors()) {
			options(model, form);
			return this.page.rejected(VIEW);
		}
		boolean accepted = anyway || accepted(draft, form);
		if (!accepted && !this.names.named(String.valueOf(form.name())).isEmpty()) {
			this.typed.keep(id, version, form);
			return new ModelAndView("redirect:" + draft.path(WizardStep.BASICS) + "?ask=NAME");
		}
		this.typed.drop(id, BasicsForm.class);
		return this.page.save(draft, WizardStep.BASICS, version, draft.content().with(form.toBasics(accepted)), then);
	}

	private String aside(UUID id, int version, BasicsForm form, Model model, String rest) {
		Draft draft = this.page.open(id, WizardStep.BASICS, model);
		this.typed.keep(id, version, form);
		return "redirect:" + draft.path(WizardStep.BASICS) + rest;
	}

	private BasicsForm restored(TypedForms.Typed<BasicsForm> typed, Model model) {
		this.page.typedOn(typed.version(), model);
		return typed.form();
	}

	private BasicsForm decided(Draft draft) {
		Basics basics = draft.content().basics();
		return (basics != null) ? BasicsForm.from(basics) : BasicsForm.suggested(this.current.operator());
	}

	private static boolean accepted(Draft draft, BasicsForm form) {
		Basics before = draft.content().basics();
		return before != null && before.sameNameAccepted() && before.name().equals(form.name());
	}

	private List<DirectoryPerson> people(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return List.of();
		}
		this.current.require(DelegatedScope.USER_SEARCH);
		return this.directories.actingFor(this.current.delegation()).searchPeople(text);
	}

	private void options(Model model, BasicsForm form) {
		model.addAttribute("purposes", choices(Purpose.values()));
		model.addAttribute("accountTypes", choices(AccountTypes.values()));
		if (form.name() != null) {
			model.addAttribute("unusual", UnusualName.in(form.name()).stream().map(this.texts::of).toList());
		}
	}

	private List<Choice> choices(Enum<?>[] constants) {
		return Arrays.stream(constants)
			.map((constant) -> new Choice(constant.name(), this.texts.of(constant), this.texts.hint(constant)))
			.toList();
	}

	/**
	 * What the page asks besides its form.
	 */
	enum Ask {

		/** Which of the people found shall own the registration. */
		PEOPLE,

		/** What to do about a name that is taken. */
		NAME,

		/** The same, with the owners of those applications. */
		NAME_OWNERS

	}

}
