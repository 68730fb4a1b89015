package health.admit.portal.connection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asks what to test, and starts the test. A link can bring everything but the credential.
 */
@Controller
class ConnectionController {

	private static final String VIEW = "connection/form";

	private final ConnectionTests tests;

	private final FormCheck check;

	private final TestRows rows;

	private final TestViews views;

	private final ServiceOffers offers;

	private final CurrentOperator current;

	private final Cloud cloud;

	private final Texts texts;

	ConnectionController(ConnectionTests tests, FormCheck check, TestRows rows, TestViews views, ServiceOffers offers,
			CurrentOperator current, Cloud cloud, Texts texts) {
		this.tests = tests;
		this.check = check;
		this.rows = rows;
		this.views = views;
		this.offers = offers;
		this.current = current;
		this.cloud = cloud;
		this.texts = texts;
	}

	/**
	 * The form.
	 * @param look whether to ask Azure for the services, which may lead to the sign-in
	 * page first
	 */
	@GetMapping("/connection")
	String show(@ModelAttribute("form") ConnectionForm form, BindingResult ignored,
			@RequestParam(defaultValue = "false") boolean look, Model model) {
		ask(model);
		if (look) {
			model.addAttribute("offer", this.offers.look(this.current.delegation()));
		}
		return VIEW;
	}

	/**
	 * Also takes the form of the page that shows a new secret once, so that nobody has to
	 * copy it to test it.
	 */
	@PostMapping("/connection")
	ModelAndView submit(@ModelAttribute("form") ConnectionForm form, BindingResult errors, Model model) {
		Optional<TestPlan> plan = this.check.plan(form, errors);
		Optional<Credential> credential = this.check.credential(form, errors);
		if (plan.isEmpty() || errors.hasErrors()) {
			return rejected(model);
		}
		Operator operator = this.current.operator();
		if (credential.isEmpty()) {
			return signIn(operator, plan.get(), form);
		}
		Optional<UUID> test = this.tests.start(operator, this.current.delegation(), plan.get(), form.getWay(),
				credential.get());
		if (test.isEmpty()) {
			errors.reject("busy", this.texts.get("connection.form.busy", ConnectionTests.MOST));
			return rejected(model);
		}
		return new ModelAndView("redirect:/connection/tests/" + test.get());
	}

	/**
	 * First the audience, which only the service knows; then a person signs in for it.
	 */
	private ModelAndView signIn(Operator operator, TestPlan plan, ConnectionForm form) {
		ConnectionTests.Trust trust = this.tests.trust(operator, plan, form.getWay());
		if (trust.failed() != null) {
			return new ModelAndView("redirect:/connection/tests/" + trust.failed());
		}
		SignIn signIn = SignIn.begin(this.cloud, plan, form.getRedirectUri().strip(), trust.audience());
		ModelAndView page = new ModelAndView("connection/sign-in");
		page.addObject("form", SignInForm.of(form, signIn));
		page.addObject("link", signIn.link());
		return page;
	}

	private ModelAndView rejected(Model model) {
		ask(model);
		return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private void ask(Model model) {
		model.addAttribute("offer", ServiceOffer.none());
		model.addAttribute("ways", choices(Way.values(), "connection.way."));
		model.addAttribute("needs", choices(Need.values(), "connection.need."));
		model.addAttribute("example",
				this.cloud.isSandbox() ? this.cloud.resourceManager() + "/fhir/contosohealth-clinical"
						: "https://workspace-service.fhir.azurehealthcareapis.com");
		model.addAttribute("newest", this.rows.newest(this.current.operator()).stream().map(this.views::line).toList());
	}

	private List<Choice> choices(Enum<?>[] constants, String prefix) {
		return Arrays.stream(constants)
			.map((constant) -> new Choice(constant.name(), this.texts.get(prefix + constant.name()),
					this.texts.get(prefix + constant.name() + ".hint")))
			.toList();
	}

}
