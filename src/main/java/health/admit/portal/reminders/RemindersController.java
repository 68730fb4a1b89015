package health.admit.portal.reminders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.signin.CurrentOperator;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What the mail is set to do, would do now, and has done. Nothing can be sent by hand.
 */
@Controller
class RemindersController {

	private static final String VIEW = "reminders/list";

	private static final int RECIPIENTS = 50;

	private static final int RENDERED = 20;

	private final ReminderSettings settings;

	private final Reminding reminding;

	private final Reminders reminders;

	private final ReminderRuns runs;

	private final CurrentOperator current;

	private final Clock clock;

	RemindersController(ReminderSettings settings, Reminding reminding, Reminders reminders, ReminderRuns runs,
			CurrentOperator current, Clock clock) {
		this.settings = settings;
		this.reminding = reminding;
		this.reminders = reminders;
		this.runs = runs;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping("/expiry/reminders")
	String show(Model model) {
		return page(model, 0);
	}

	@PostMapping("/expiry/reminders/dry-run")
	String submit(Model model) {
		model.addAttribute("dryRun", true);
		return page(model, RENDERED);
	}

	private String page(Model model, int rendered) {
		UUID tenant = this.current.operator().tenant();
		Instant now = this.clock.instant();
		Plan plan = this.reminding.plan(tenant);
		model.addAttribute("freshness", FreshnessView.of(plan.freshness()));
		model.addAttribute("old", plan.freshness().completeness().isComplete() && plan.freshness().isOld(now));
		model.addAttribute("unreached", plan.unreached());
		model.addAttribute("settings", SettingsView.of(this.settings));
		model.addAttribute("next", this.settings.enabled() ? this.settings.next(now) : null);
		model.addAttribute("last", this.runs.last(tenant).orElse(null));
		model.addAttribute("mails", mails(plan, rendered));
		model.addAttribute("recipients", plan.mails().size());
		model.addAttribute("troubles", this.reminders.troubles(tenant));
		model.addAttribute("log", this.reminders.log(tenant));
		return VIEW;
	}

	private List<MailView> mails(Plan plan, int rendered) {
		List<Map.Entry<String, List<Due>>> first = plan.mails().entrySet().stream().limit(RECIPIENTS).toList();
		return first.stream().map((mail) -> {
			List<Due> due = mail.getValue();
			Digest digest = (first.indexOf(mail) < rendered) ? this.reminding.digest(plan, due) : null;
			return new MailView(mail.getKey(), due.size(), due.get(0).ends(),
					(digest != null) ? digest.subject() : null, (digest != null) ? digest.text() : null);
		}).collect(Collectors.toList());
	}

}
