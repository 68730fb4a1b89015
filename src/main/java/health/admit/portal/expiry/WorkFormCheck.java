package health.admit.portal.expiry;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What the fields of an action must hold.
 */
final class WorkFormCheck {

	static final int LONGEST_TICKET = 100;

	static final int LONGEST_TEXT = 2000;

	static final int LONGEST_SNOOZE = 180;

	private WorkFormCheck() {
	}

	/**
	 * Checks what the action needs.
	 * @param lastDay on which the credential ends; null when that is past or never
	 */
	static void check(WorkAction action, WorkForm form, LocalDate today, @Nullable LocalDate lastDay, Errors errors) {
		switch (action) {
			case TICKET -> text("ticket", form.ticket(), WorkForm.LINE, LONGEST_TICKET, false, errors);
			case NOTE -> text("note", form.note(), WorkForm.TEXT, LONGEST_TEXT, true, errors);
			case SNOOZE -> {
				day(form, today, lastDay, errors);
				text("reason", form.reason(), WorkForm.TEXT, LONGEST_TEXT, true, errors);
			}
			case DONE -> text("doneNote", form.doneNote(), WorkForm.TEXT, LONGEST_TEXT, true, errors);
			case CLAIM, GIVE_BACK, WAKE, REOPEN -> {
				// They ask for nothing.
			}
		}
	}

	private static void text(String field, @Nullable String text, String allowed, int longest, boolean needed,
			Errors errors) {
		String problem = problem((text != null) ? text : "", allowed, longest, needed);
		if (problem != null) {
			errors.rejectValue(field, "expiry.work." + field + "." + problem);
		}
	}

	private static @Nullable String problem(String text, String allowed, int longest, boolean needed) {
		if (needed && text.isEmpty()) {
			return "empty";
		}
		if (text.length() > longest) {
			return "long";
		}
		return text.matches(allowed) ? null : "control";
	}

	private static void day(WorkForm form, LocalDate today, @Nullable LocalDate lastDay, Errors errors) {
		LocalDate day = form.day();
		if (form.until() == null || form.until().isEmpty()) {
			errors.rejectValue("until", "expiry.work.until.empty");
		}
		else if (day == null) {
			errors.rejectValue("until", "expiry.work.until.bad");
		}
		else if (!day.isAfter(today) || day.isAfter(today.plusDays(LONGEST_SNOOZE))) {
			errors.rejectValue("until", "expiry.work.until.range");
		}
		else if (lastDay != null && day.isAfter(lastDay)) {
			errors.rejectValue("until", "expiry.work.until.ends", new Object[] { lastDay.toString() }, null);
		}
	}

}
