package health.admit.portal.signin;

import java.util.Comparator;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import health.admit.portal.cloud.Cloud;

/**
 * The pages around signing in. None of them sends the browser on by itself, so that an
 * error never becomes a loop.
 */
@Controller
class SigninController {

	private final Cloud cloud;

	private final OwnRegistration own;

	SigninController(Cloud cloud, OwnRegistration own) {
		this.cloud = cloud;
		this.own = own;
	}

	@GetMapping("/signin")
	String show(@RequestParam(required = false) @Nullable String to, Model model) {
		String path = ReturnPath.of(to);
		model.addAttribute("start", Addresses.with(LoginRequests.START, "to", path));
		model.addAttribute("back", !ReturnPath.HOME.equals(path));
		return "signin/signin";
	}

	@GetMapping("/signed-out")
	String signedOut() {
		return "signin/signed-out";
	}

	/**
	 * Reached by forwarding only, by any method.
	 */
	@RequestMapping("/signin/problem")
	String problem(@RequestAttribute(name = SignInProblem.ATTRIBUTE, required = false) @Nullable SignInProblem problem,
			Model model) {
		if (problem == null) {
			return "redirect:/signin";
		}
		model.addAttribute("problem", problem);
		model.addAttribute("ownId", this.own.appId().toString());
		model.addAttribute("credentials",
				problem.isOurs() ? this.cloud.credentialsBlade(this.own.appId()).toString() : null);
		model.addAttribute("consent", "consent".equals(problem.kind()) ? adminConsent() : null);
		model.addAttribute("other", Addresses.with(LoginRequests.START, "account", "other"));
		return "signin/problem";
	}

	@GetMapping("/signin/consent")
	String consent(@RequestParam(defaultValue = "") String scopes, @RequestParam(required = false) @Nullable String to,
			Model model) {
		Set<DelegatedScope> missing = DelegatedScope.named(scopes);
		model.addAttribute("scopes",
				missing.stream()
					.sorted(Comparator.naturalOrder())
					.map((scope) -> new ScopeView(scope.name(), scope.in(this.cloud)))
					.toList());
		model.addAttribute("to", ReturnPath.of(to));
		model.addAttribute("consent", adminConsent());
		model.addAttribute("without", missing.equals(Set.of(DelegatedScope.AZURE)) ? without(to) : null);
		return "signin/consent";
	}

	/**
	 * Reached by forwarding only, by any method.
	 */
	@RequestMapping("/signin/refused")
	String refused(@RequestAttribute(name = Refusals.NEEDED, required = false) @Nullable Access needed, Model model) {
		model.addAttribute("needed", (needed != null) ? needed.name() : Access.SIGNED_IN.name());
		model.addAttribute("ownId", this.own.appId().toString());
		model.addAttribute("other", Addresses.with(LoginRequests.START, "account", "other"));
		return "signin/refused";
	}

	/**
	 * A page looks into Azure because of its parameter, or else lies below one that does
	 * not.
	 */
	private static String without(@Nullable String to) {
		String path = ReturnPath.of(to);
		return path.contains("?") ? path.substring(0, path.indexOf('?')) : path.replaceFirst("(?<=.)/[^/]*$", "");
	}

	private String adminConsent() {
		return this.cloud.adminConsent(this.own.appId()).toString();
	}

	/**
	 * A scope on the consent page.
	 *
	 * @param key names the message that says what it is for
	 */
	record ScopeView(String key, String value) {
	}

}
