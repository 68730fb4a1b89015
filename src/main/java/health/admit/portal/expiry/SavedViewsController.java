package health.admit.portal.expiry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.People;
import health.admit.portal.signin.Person;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists that people keep.
 */
@Controller
class SavedViewsController {

	private static final String PAGE = "expiry/views";

	private static final String HOME = "redirect:/expiry/views";

	private final SavedViews views;

	private final People people;

	private final CurrentOperator current;

	private final Texts texts;

	SavedViewsController(SavedViews views, People people, CurrentOperator current, Texts texts) {
		this.views = views;
		this.people = people;
		this.current = current;
		this.texts = texts;
	}

	/**
	 * All views, and a form that keeps the list whose parameters the address carries.
	 */
	@GetMapping("/expiry/views")
	String show(@RequestParam MultiValueMap<String, String> query, Model model) {
		Listing listing = Listing.of(query);
		model.addAttribute("form", new SavedViewForm("", false, listing.query()));
		return page(listing, model);
	}

	@PostMapping("/expiry/views")
	String submit(@Valid @ModelAttribute("form") SavedViewForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		Listing listing = Listing.of(ExpiryController.parsed(Objects.requireNonNullElse(form.query(), "")));
		if (!errors.hasErrors() && !this.views.keep(this.current.operator(), Objects.requireNonNull(form.name()),
				listing, form.isShared())) {
			errors.reject("expiry.view.many");
		}
		if (errors.hasErrors()) {
			response.setStatus(422);
			return page(listing, model);
		}
		redirect.addFlashAttribute("toast", this.texts.get("expiry.view.kept", Objects.requireNonNull(form.name())));
		return "redirect:" + listing.link();
	}

	@PostMapping("/expiry/views/{id}/change")
	String change(@PathVariable UUID id, @Valid @ModelAttribute("changed") SavedViewForm form, BindingResult errors,
			RedirectAttributes redirect) {
		boolean done = !errors.hasErrors()
				&& this.views.change(this.current.operator(), id, Objects.requireNonNull(form.name()), form.isShared());
		redirect.addFlashAttribute("toast", this.texts.get(done ? "expiry.view.changed" : "expiry.view.notChanged"));
		return HOME;
	}

	@PostMapping("/expiry/views/{id}/delete")
	String delete(@PathVariable UUID id, RedirectAttributes redirect) {
		this.views.drop(this.current.operator(), id);
		redirect.addFlashAttribute("toast", this.texts.get("expiry.view.deleted"));
		return HOME;
	}

	private String page(Listing listing, Model model) {
		model.addAttribute("chips", Chips.of(listing));
		Operator operator = this.current.operator();
		List<SavedView> seen = this.views.seenBy(operator);
		Map<UUID, Person> owners = this.people.seenBy(operator, seen.stream().map(SavedView::owner).toList());
		model.addAttribute("views",
				seen.stream()
					.map((view) -> new Line(view.id().toString(), view.name(), view.link(), view.shared(),
							view.owner().equals(operator.objectId()), Objects.requireNonNull(owners.get(view.owner()))))
					.toList());
		return PAGE;
	}

	/**
	 * A kept list.
	 */
	record Line(String id, String name, String link, boolean shared, boolean own, Person owner) {
	}

}
