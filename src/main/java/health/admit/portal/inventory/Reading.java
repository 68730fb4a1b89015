package health.admit.portal.inventory;

import java.time.Instant;
import java.util.UUID;

import health.admit.portal.inventory.Freshness.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of one source of a tenant has come. It is stored with each page, so
 * that any node can go on from there.
 *
 * @param pass number of the full pass under way, or of the last one
 * @param next link of the page to read next; null for the first
 * @param changes link of the next look at changes; null when there is none
 * @param waitingUntil when the next try is due; null while nothing is waited for
 */
record Reading(UUID tenant, Source source, Phase phase, long pass, @Nullable String next, @Nullable String changes,
		Progress progress, Known known, @Nullable Trouble trouble, @Nullable Instant waitingUntil) {

	/**
	 * What the reading under way has done.
	 *
	 * @param lookedAt when the look at changes under way began
	 */
	record Progress(int pages, long read, long expected, long removed, int restarts, @Nullable Instant startedAt,
			@Nullable Instant lookedAt) {

		static final Progress NONE = new Progress(0, 0, 0, 0, 0, null, null);

		Progress page(int objects, long gone) {
			return new Progress(this.pages + 1, this.read + objects, this.expected, this.removed + gone, this.restarts,
					this.startedAt, this.lookedAt);
		}

		Progress expecting(long count) {
			return new Progress(this.pages, this.read, count, this.removed, this.restarts, this.startedAt,
					this.lookedAt);
		}

		Progress looking(Instant at) {
			return new Progress(this.pages, this.read, this.expected, this.removed, this.restarts, this.startedAt, at);
		}

		Progress again() {
			return new Progress(0, 0, this.expected, 0, this.restarts + 1, this.startedAt, this.lookedAt);
		}

	}

	/**
	 * What is known about the index.
	 *
	 * @param fullAt when the last full pass that missed nothing began; null for never
	 * @param asOf when the index was last equal to the tenant
	 * @param gap whether something is known to be missing
	 * @param failed whether a reading since then ended early
	 * @param objects of this source in the index
	 */
	record Known(@Nullable Instant fullAt, @Nullable Instant asOf, boolean gap, boolean failed, long objects) {

		Known plus(long more) {
			return new Known(this.fullAt, this.asOf, this.gap, this.failed, this.objects + more);
		}

		Known missing() {
			return new Known(this.fullAt, this.asOf, true, this.failed, this.objects);
		}

		Known failing() {
			return new Known(this.fullAt, this.asOf, this.gap, true, this.objects);
		}

		Known equalAt(@Nullable Instant moment) {
			return new Known(this.fullAt, moment, this.gap, false, this.objects);
		}

		boolean isSound() {
			return !this.gap && !this.failed;
		}

	}

	static Reading none(UUID tenant, Source source) {
		return new Reading(tenant, source, Phase.IDLE, 0, null, null, Progress.NONE,
				new Known(null, null, false, false, 0), null, null);
	}

	/** A full pass is to begin. */
	Reading everything(Instant now) {
		return new Reading(this.tenant, this.source, Phase.STARTING, this.pass, null, this.changes,
				new Progress(0, 0, 0, 0, 0, now, null), this.known, this.trouble, null);
	}

	/** The full pass begins, with a link to what changes from now on. */
	Reading begun(String link, long count) {
		return new Reading(this.tenant, this.source, Phase.LISTING, this.pass + 1, null, link,
				this.progress.expecting(count), this.known, lasting(), null);
	}

	/** What changed is to be read. */
	Reading changesSince(Instant now) {
		return new Reading(this.tenant, this.source, Phase.CHANGES, this.pass, this.changes, this.changes,
				new Progress(0, 0, 0, 0, 0, now, now), this.known, this.trouble, null);
	}

	/** A page of the list was written. */
	Reading listed(int objects, long added, @Nullable String following) {
		Phase then = (following != null) ? Phase.LISTING : Phase.CATCHING_UP;
		return new Reading(this.tenant, this.source, then, this.pass, (following != null) ? following : this.changes,
				this.changes, this.progress.page(objects, 0), this.known.plus(added), lasting(), null);
	}

	/** A page of changes was written. */
	Reading changed(int objects, long gone, long added, @Nullable String following, @Nullable String later) {
		Phase then = (following != null) ? this.phase : ((this.phase == Phase.CHANGES) ? Phase.IDLE : Phase.CHECKING);
		Known now = this.known.plus(added);
		Known known = (then == Phase.IDLE) ? now.equalAt(this.progress.lookedAt()) : now;
		return new Reading(this.tenant, this.source, then, this.pass, following,
				(following == null) ? later : this.changes, this.progress.page(objects, gone), known,
				known.isSound() ? null : this.trouble, null);
	}

	/** Another look at changes before the count is compared again. */
	Reading catchingUp() {
		return new Reading(this.tenant, this.source, Phase.CATCHING_UP, this.pass, this.changes, this.changes,
				this.progress, this.known, lasting(), null);
	}

	Reading looking(Instant at) {
		return new Reading(this.tenant, this.source, this.phase, this.pass, this.next, this.changes,
				this.progress.looking(at), this.known, this.trouble, this.waitingUntil);
	}

	/** Everything that Graph counts has been seen. */
	Reading agreed(long count) {
		return new Reading(this.tenant, this.source, Phase.SWEEPING, this.pass, null, this.changes,
				this.progress.expecting(count), this.known, lasting(), null);
	}

	/** Graph counts more than it lists. */
	Reading differs(long count, Trouble why) {
		return new Reading(this.tenant, this.source, Phase.IDLE, this.pass, null, this.changes,
				this.progress.expecting(count), this.known.missing(), why, null);
	}

	Reading swept(long gone) {
		return new Reading(this.tenant, this.source, this.phase, this.pass, this.next, this.changes, this.progress,
				this.known.plus(-gone), this.trouble, null);
	}

	/** The full pass has missed nothing. */
	Reading complete() {
		return new Reading(this.tenant, this.source, Phase.IDLE, this.pass, null, this.changes, this.progress,
				new Known(this.progress.startedAt(), this.progress.lookedAt(), false, false, this.known.objects()),
				null, null);
	}

	/** The list is read once more from its first page; what was seen counts as seen. */
	Reading listingAgain() {
		return new Reading(this.tenant, this.source, Phase.LISTING, this.pass, null, this.changes,
				this.progress.again(), this.known, lasting(), null);
	}

	/** Changes are lost: everything is read again. */
	Reading startingAgain() {
		return new Reading(this.tenant, this.source, Phase.STARTING, this.pass, null, null, this.progress.again(),
				this.known, this.trouble, null);
	}

	/** The pass is given up: what was read may have holes. */
	Reading givenUp(Trouble why) {
		return new Reading(this.tenant, this.source, Phase.IDLE, this.pass, null, this.changes, this.progress,
				this.known.missing(), why, null);
	}

	/** The reading stops where it is; somebody else may go on from there. */
	Reading stopped(Trouble why) {
		return new Reading(this.tenant, this.source, this.phase, this.pass, this.next, this.changes, this.progress,
				this.known.failing(), why, null);
	}

	Reading waiting(Trouble why, Instant until) {
		return new Reading(this.tenant, this.source, this.phase, this.pass, this.next, this.changes, this.progress,
				this.known, why, until);
	}

	/**
	 * A trouble that made the index old or a part of the tenant stays until that is over.
	 */
	private @Nullable Trouble lasting() {
		return this.known.isSound() ? null : this.trouble;
	}

}
