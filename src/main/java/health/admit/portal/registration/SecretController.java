package health.admit.portal.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.credentials.SecretLifetimes;
import health.admit.portal.directory.CredentialPolicy;
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
 * Step 3 with a client secret: what it is called and how long it lives, within what the
 * tenant's policy leaves.
 */
@Controller
class SecretController {

	private static final String VIEW = "registration/credentials/secret";

	private static final String PATH = "/registrations/{draft}/credentials/secret";

	private final WizardPage page;

	private final CredentialPage credentials;

	private final SecretLifetimes lifetimes;

	private final Texts texts;

	private final Clock clock;

	SecretController(WizardPage page, CredentialPage credentials, SecretLifetimes lifetimes, Texts texts, Clock clock) {
		this.page = page;
		this.credentials = credentials;
		this.lifetimes = lifetimes;
		this.texts = texts;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String show(@PathVariable("draft") UUID id, Model model) {
		Draft draft = this.credentials.open(id, Kind.SECRET, model);
		CredentialPolicy policy = this.credentials.policyToShow();
		model.addAttribute("form", form(draft, policy));
		ask(model, policy);
		return VIEW;
	}

	@PostMapping(PATH)
	ModelAndView submit(@PathVariable("draft") UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String then, @Valid @ModelAttribute("form") SecretForm form,
			BindingResult errors, Model model) {
		Draft draft = this.credentials.open(id, Kind.SECRET, model);
		CredentialPolicy policy = this.credentials.policy();
		Optional<CredentialChoice.Secret> secret = errors.hasErrors() ? Optional.empty() : secret(form, policy, errors);
		if (secret.isEmpty() || errors.hasErrors()) {
			ask(model, policy);
			return this.page.rejected(VIEW);
		}
		return this.page.save(draft, WizardStep.CREDENTIALS, version,
				draft.content().with(new CredentialChoice(Kind.SECRET, secret.get(), null, null)), then);
	}

	private SecretForm form(Draft draft, CredentialPolicy policy) {
		CredentialChoice choice = draft.content().credential();
		CredentialChoice.Secret secret = (choice != null) ? choice.secret() : null;
		if (secret != null) {
			return SecretForm.from(secret);
		}
		List<SecretLifetimes.Life> offered = this.lifetimes.offered(policy);
		String life = offered.stream()
			.filter(SecretLifetimes.Life::recommended)
			.findFirst()
			.map((recommended) -> String.valueOf(recommended.months()))
			.orElse(SecretForm.LONGEST);
		Basics basics = draft.content().basics();
		return SecretForm.suggested((basics != null) ? basics.name() : "", life);
	}

	private Optional<CredentialChoice.Secret> secret(SecretForm form, CredentialPolicy policy, BindingResult errors) {
		String description = String.valueOf(form.description()).strip();
		if (form.custom()) {
			return custom(form, description, policy, errors);
		}
		if (form.longest()) {
			return this.lifetimes.latestEnd(policy)
				.map((end) -> new CredentialChoice.Secret(description, null, null, end))
				.filter((secret) -> fits("life", null, this.lifetimes.latestEnd(policy).get(), policy, errors));
		}
		return fits("life", null, this.lifetimes.endAfter(form.months()), policy, errors)
				? Optional.of(new CredentialChoice.Secret(description, form.months(), null, null)) : Optional.empty();
	}

	private Optional<CredentialChoice.Secret> custom(SecretForm form, String description, CredentialPolicy policy,
			BindingResult errors) {
		Instant end = form.endsAt();
		if (end == null) {
			errors.rejectValue("end", "empty", this.texts.get("registration.credentials.secret.end.empty"));
			return Optional.empty();
		}
		Instant start = form.startsAt(LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC));
		return fits("end", start, end, policy, errors)
				? Optional.of(new CredentialChoice.Secret(description, null, start, end)) : Optional.empty();
	}

	private boolean fits(String field, @Nullable Instant start, Instant end, CredentialPolicy policy,
			BindingResult errors) {
		Optional<SecretLifetimes.Problem> problem = this.lifetimes.problem(start, end, policy);
		problem.ifPresent(
				(found) -> errors.rejectValue((found == SecretLifetimes.Problem.STARTS_IN_THE_PAST) ? "start" : field,
						found.name(), this.texts.get(found.message(), days(policy))));
		return problem.isEmpty();
	}

	private void ask(Model model, CredentialPolicy policy) {
		model.addAttribute("allowed", policy.secretsAllowed());
		model.addAttribute("lives", lives(policy));
		if (!policy.known()) {
			model.addAttribute("policyNotice", this.texts.get("registration.credentials.policy.unknown"));
		}
		else if (policy.longestSecret() != null) {
			model.addAttribute("policyNotice",
					this.texts.get("registration.credentials.policy.longestSecret", days(policy)));
		}
	}

	private List<Choice> lives(CredentialPolicy policy) {
		List<Choice> lives = new ArrayList<>();
		for (SecretLifetimes.Life life : this.lifetimes.offered(policy)) {
			String key = life.recommended() ? "registration.credentials.secret.months.recommended"
					: "registration.credentials.secret.months";
			lives.add(new Choice(String.valueOf(life.months()), this.texts.get(key, life.months()), ends(life.end())));
		}
		this.lifetimes.latestEnd(policy)
			.filter((end) -> lives.size() < SecretLifetimes.MONTHS.size())
			.ifPresent((end) -> lives.add(new Choice(SecretForm.LONGEST,
					this.texts.get("registration.credentials.secret.longest", days(policy)), ends(end))));
		lives.add(new Choice(SecretForm.CUSTOM, this.texts.get("registration.credentials.secret.custom"),
				this.texts.get("registration.credentials.secret.custom.hint")));
		return lives;
	}

	private String ends(Instant end) {
		return this.texts.get("registration.credentials.secret.ends", this.credentials.day(end),
				Duration.between(this.clock.instant(), end).toDays());
	}

	private static long days(CredentialPolicy policy) {
		Duration longest = policy.longestSecret();
		return (longest != null) ? longest.toDays() : 0;
	}

}
