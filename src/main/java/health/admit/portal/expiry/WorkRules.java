package health.admit.portal.expiry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.inventory.WorkState;
import org.jspecify.annotations.Nullable;

/**
 * What an action makes of a work item.
 */
final class WorkRules {

	private WorkRules() {
	}

	/**
	 * The item after the action, with the event to write down; empty where the action
	 * means nothing in this state.
	 */
	static Optional<Step> apply(WorkItem item, WorkRequest request, UUID person) {
		return Optional.ofNullable(switch (request.action()) {
			case CLAIM -> claim(item, person);
			case GIVE_BACK -> (item.assignee() != null && item.state() != WorkState.DONE)
					? new Step(item.of(null), WorkEvent.GIVEN_BACK, null, null) : null;
			case TICKET -> new Step(item.ticket(emptyToNull(request.text())), WorkEvent.TICKET, request.text(), null);
			case NOTE -> new Step(item, WorkEvent.NOTED, request.text(), null);
			case SNOOZE -> snooze(item, request);
			case WAKE -> (item.state() == WorkState.SNOOZED)
					? new Step(item.in(item.awake()), WorkEvent.WOKEN, null, null) : null;
			case DONE ->
				(item.state() != WorkState.DONE) ? new Step(item.in(WorkState.DONE).absent(item.absence().accepted()),
						WorkEvent.DONE, request.text(), null) : null;
			case REOPEN -> (item.state() == WorkState.DONE)
					? new Step(item.in(item.awake()), WorkEvent.REOPENED, null, null) : null;
		});
	}

	/**
	 * Claiming says whose it is, not that it is to be taken up now: what is put off stays
	 * so, and what is done has to be opened first.
	 */
	private static @Nullable Step claim(WorkItem item, UUID person) {
		if (item.state() == WorkState.DONE || person.equals(item.assignee())) {
			return null;
		}
		return (item.state() == WorkState.SNOOZED)
				? new Step(item.of(person), WorkEvent.CLAIMED_PUT_OFF, null, item.snoozedUntil())
				: new Step(item.of(person), WorkEvent.CLAIMED, null, null);
	}

	private static @Nullable Step snooze(WorkItem item, WorkRequest request) {
		if (item.state() == WorkState.DONE) {
			return null;
		}
		Instant until = Objects.requireNonNull(request.until());
		return new Step(item.snoozed(until), WorkEvent.SNOOZED, request.text(), until);
	}

	private static @Nullable String emptyToNull(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

	/**
	 * A change of an item and what the history says about it.
	 */
	record Step(WorkItem item, WorkEvent event, @Nullable String text, @Nullable Instant until) {

		static Step of(WorkItem item, WorkEvent event) {
			return new Step(item, event, null, null);
		}

	}

}
