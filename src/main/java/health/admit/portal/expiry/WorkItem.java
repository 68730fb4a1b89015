package health.admit.portal.expiry;

import java.time.Instant;
import java.util.UUID;

import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.WorkState;
import org.jspecify.annotations.Nullable;

/**
 * The work on one credential.
 *
 * @param version 0 while nobody has done anything
 * @param assignee who claimed it
 * @param snoozedUntil only while it is put off
 * @param name of the application when somebody last did something, hostile input when
 * shown
 * @param ends of the credential; null for never
 * @param absence whether and how the credential is gone
 */
record WorkItem(UUID tenant, CredentialKey key, int version, WorkState state, @Nullable UUID assignee,
		@Nullable String ticket, @Nullable Instant snoozedUntil, String name, CredentialKind kind,
		@Nullable Instant ends, Absence absence, Instant changedAt) {

	/** The work nobody has begun. */
	static WorkItem blank(UUID tenant, CredentialRow row) {
		return new WorkItem(tenant, row.key(), 0, WorkState.OPEN, null, null, null, row.name(), row.kind(), row.ends(),
				Absence.NONE, Instant.EPOCH);
	}

	/** The item as it is at a moment: a day until which it was put off may be over. */
	WorkItem at(Instant now) {
		return overdue(now) ? in(awake()) : this;
	}

	boolean overdue(Instant now) {
		return this.state == WorkState.SNOOZED && this.snoozedUntil != null && !this.snoozedUntil.isAfter(now);
	}

	/**
	 * Whether only the return of the credential could change anything: it is done, the
	 * credential is gone, and nobody counts on a newer one.
	 */
	boolean settled() {
		return this.state == WorkState.DONE && this.absence.since() != null && !this.absence.replaced();
	}

	/** What it is when it is neither put off nor done. */
	WorkState awake() {
		return (this.assignee != null) ? WorkState.CLAIMED : WorkState.OPEN;
	}

	WorkItem in(WorkState next) {
		return new WorkItem(this.tenant, this.key, this.version, next, this.assignee, this.ticket, null, this.name,
				this.kind, this.ends, this.absence, this.changedAt);
	}

	/** The item in other hands, or in none. What is put off stays so. */
	WorkItem of(@Nullable UUID person) {
		WorkState awake = (person != null) ? WorkState.CLAIMED : WorkState.OPEN;
		return new WorkItem(this.tenant, this.key, this.version,
				(this.state == WorkState.SNOOZED) ? WorkState.SNOOZED : awake, person, this.ticket, this.snoozedUntil,
				this.name, this.kind, this.ends, this.absence, this.changedAt);
	}

	WorkItem ticket(@Nullable String number) {
		return new WorkItem(this.tenant, this.key, this.version, this.state, this.assignee, number, this.snoozedUntil,
				this.name, this.kind, this.ends, this.absence, this.changedAt);
	}

	WorkItem snoozed(Instant until) {
		return new WorkItem(this.tenant, this.key, this.version, WorkState.SNOOZED, this.assignee, this.ticket, until,
				this.name, this.kind, this.ends, this.absence, this.changedAt);
	}

	WorkItem absent(Absence next) {
		return new WorkItem(this.tenant, this.key, this.version, this.state, this.assignee, this.ticket,
				this.snoozedUntil, this.name, this.kind, this.ends, next, this.changedAt);
	}

	/** The next version, to be stored. */
	WorkItem next(Instant now) {
		return new WorkItem(this.tenant, this.key, this.version + 1, this.state, this.assignee, this.ticket,
				this.snoozedUntil, this.name, this.kind, this.ends, this.absence, now);
	}

}
