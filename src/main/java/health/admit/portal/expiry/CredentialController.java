package health.admit.portal.expiry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.WorkState;
import health.admit.portal.signin.CurrentOperator;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of one credential and the work on it.
 */
@Controller
@RequestMapping("/expiry/credentials/{objectId}/{keyId}")
class CredentialController {

	private final CredentialPages pages;

	private final WorkItems items;

	private final CurrentOperator current;

	private final Texts texts;

	private final Clock clock;

	CredentialController(CredentialPages pages, WorkItems items, CurrentOperator current, Texts texts, Clock clock) {
		this.pages = pages;
		this.items = items;
		this.current = current;
		this.texts = texts;
		this.clock = clock;
	}

	@GetMapping
	String show(@PathVariable UUID objectId, @PathVariable UUID keyId, Model model, HttpServletResponse response) {
		return page(new CredentialKey(objectId, keyId), null, HttpStatus.OK, model, response);
	}

	@PostMapping("/work")
	String submit(@PathVariable UUID objectId, @PathVariable UUID keyId,
			@ModelAttribute("form") @Nullable WorkForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		CredentialKey key = new CredentialKey(objectId, keyId);
		WorkAction action = (form != null) ? form.action() : null;
		if (form == null || action == null) {
			return "redirect:" + RowView.link(key);
		}
		WorkFormCheck.check(action, form, LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC),
				this.pages.lastDay(key), errors);
		if (errors.hasErrors()) {
			return page(key, form, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
		}
		WorkOutcome outcome = this.items.submit(this.current.operator(), key, form.seen(), form.toRequest(action));
		if (outcome instanceof WorkOutcome.Changed changed) {
			redirect.addFlashAttribute("toast", this.texts.get(toast(action, changed.item())));
			return "redirect:" + RowView.link(key);
		}
		if (outcome instanceof WorkOutcome.Conflict conflict) {
			WorkItem now = conflict.current();
			boolean asNote = now.state() == WorkState.DONE && form.needsOpen();
			model.addAttribute("form", asNote ? form.asNote(now.version()) : form.at(now.version()));
			model.addAttribute("asNote", asNote);
			model.addAttribute("conflict", meanwhile(key, form.seen()));
			return page(key, form, HttpStatus.CONFLICT, model, response);
		}
		return page(key, null, HttpStatus.NOT_FOUND, model, response);
	}

	private static String toast(WorkAction action, WorkItem item) {
		boolean putOff = item.state() == WorkState.SNOOZED
				&& (action == WorkAction.CLAIM || action == WorkAction.GIVE_BACK);
		return "expiry.work.toast." + action.name() + (putOff ? ".SNOOZED" : "");
	}

	/**
	 * What others did after the page was loaded; version of the first line.
	 */
	private int meanwhile(CredentialKey key, int seen) {
		List<WorkLine> lines = this.items.history(this.current.operator().tenant(), key);
		return lines.stream().mapToInt(WorkLine::version).filter((version) -> version > seen).min().orElse(0);
	}

	private String page(CredentialKey key, @Nullable WorkForm form, HttpStatus status, Model model,
			HttpServletResponse response) {
		String view = this.pages.open(key, form, model).orElse(null);
		response.setStatus((view != null) ? status.value() : HttpServletResponse.SC_NOT_FOUND);
		return (view != null) ? view : "expiry/missing";
	}

}
