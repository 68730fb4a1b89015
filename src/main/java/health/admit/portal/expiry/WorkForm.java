package health.admit.portal.expiry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * What the page of a credential asks. Which fields count depends on the action; see
 * {@link WorkFormCheck}.
 *
 * @param version of the item the page showed
 * @param until a day as browsers send it; a text, so that what cannot be read is still
 * there to be corrected
 * @param doneNote what was done
 */
record WorkForm(@Nullable WorkAction action, @Nullable Integer version, @Nullable String ticket, @Nullable String note,
		@Nullable String until, @Nullable String reason, @Nullable String doneNote) {

	/** One line without control characters or half surrogates. */
	static final String LINE = "[^\\p{Cc}\\p{Cs}\\u2028\\u2029]*";

	/** The same with line breaks and tabs. */
	static final String TEXT = "[[^\\p{Cc}\\p{Cs}]\\r\\n\\t]*";

	WorkForm {
		ticket = strip(ticket);
		note = strip(note);
		reason = strip(reason);
		until = strip(until);
		doneNote = strip(doneNote);
	}

	static WorkForm of(WorkItem item) {
		return new WorkForm(null, item.version(), item.ticket(), null, null, null, null);
	}

	/** What was typed, for another version of the item. */
	WorkForm at(int other) {
		return new WorkForm(this.action, other, this.ticket, this.note, this.until, this.reason, this.doneNote);
	}

	/** What was typed, as a note on another version of the item. */
	WorkForm asNote(int other) {
		String typed = (this.action == WorkAction.SNOOZE) ? this.reason : this.doneNote;
		return new WorkForm(WorkAction.NOTE, other, this.ticket, typed, null, null, null);
	}

	/** Whether it asks for something that is senseless once an item is done. */
	boolean needsOpen() {
		return this.action == WorkAction.SNOOZE || this.action == WorkAction.DONE;
	}

	int seen() {
		return (this.version != null) ? this.version : 0;
	}

	/** The day in {@link #until}; null where it is none. */
	@Nullable LocalDate day() {
		try {
			return (this.until != null) ? LocalDate.parse(this.until) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/** Of a form without errors. */
	WorkRequest toRequest(WorkAction wanted) {
		return switch (wanted) {
			case TICKET -> new WorkRequest(wanted, this.ticket, null);
			case NOTE -> new WorkRequest(wanted, this.note, null);
			case SNOOZE -> new WorkRequest(wanted, this.reason, start(day()));
			case DONE -> new WorkRequest(wanted, this.doneNote, null);
			case CLAIM, GIVE_BACK, WAKE, REOPEN -> WorkRequest.of(wanted);
		};
	}

	private static @Nullable Instant start(@Nullable LocalDate day) {
		return (day != null) ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : null;
	}

	private static @Nullable String strip(@Nullable String text) {
		return (text != null) ? text.strip() : null;
	}

}
