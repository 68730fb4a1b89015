package health.admit.portal.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import health.admit.portal.directory.ChangePage;
import health.admit.portal.directory.LinkLost;
import health.admit.portal.directory.ScanPage;
import health.admit.portal.directory.ScannedObject;
import health.admit.portal.directory.ScannedObject.ScannedFederation;
import health.admit.portal.inventory.Freshness.Cause;
import health.admit.portal.inventory.Freshness.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads one source from where it stands to the end. A page, or a few that have arrived
 * meanwhile, is written in one transaction with the link that follows, so that whoever
 * goes on after a crash begins at the page that was not written. The fewer transactions,
 * the less an embedded database writes twice.
 */
final class SourceReading {

	static final int RESTARTS = 3;

	/** Looks at changes before a count that differs is believed. */
	private static final int LOOKS = 2;

	private static final Duration BEFORE_COUNTING_AGAIN = Duration.ofSeconds(5);

	private final Hold hold;

	private final SourceScan scan;

	private final IndexAccess access;

	private final Waiting waiting;

	private final PagesAhead ahead;

	private final Clock clock;

	private Reading reading;

	private int looks;

	SourceReading(Hold hold, SourceScan scan, IndexAccess access, Waiting waiting, Executor ahead, Clock clock) {
		this.hold = hold;
		this.scan = scan;
		this.access = access;
		this.waiting = waiting;
		this.ahead = new PagesAhead(scan::page, ahead);
		this.clock = clock;
		this.reading = access.readings().of(hold.tenant(), scan.source());
	}

	/**
	 * Begins as asked, unless a reading is unfinished, and reads until nothing is left.
	 * @throws RuntimeException what stopped it; the reading says why
	 */
	void run(Due due) {
		try {
			begin(due);
			while (this.reading.phase() != Phase.IDLE) {
				this.waiting.check();
				step();
			}
		}
		catch (HoldLost | Waiting.Stopping ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			Trouble trouble = Troubles.of(ex, this.clock.instant());
			save((now) -> now.stopped(trouble));
			throw ex;
		}
	}

	private void begin(Due due) {
		if (due == Due.EVERYTHING) {
			save((now) -> now.everything(this.clock.instant()));
		}
		else if (due == Due.CHANGES) {
			save((now) -> now.changesSince(this.clock.instant()));
		}
	}

	private void step() {
		switch (this.reading.phase()) {
			case STARTING -> start();
			case LISTING -> list();
			case CATCHING_UP, CHANGES -> changes();
			case CHECKING -> check();
			case SWEEPING -> sweep();
			case IDLE -> {
			}
		}
	}

	private void start() {
		String link = ask(this.scan::changesFromNow);
		long count = ask(this.scan::count);
		save((now) -> now.begun(link, count).looking(this.clock.instant()));
	}

	private void list() {
		List<ScanPage> pages = new ArrayList<>();
		try {
			pages.add(ask(() -> this.ahead.page(this.reading.next())));
		}
		catch (LinkLost ex) {
			restart(ex, Reading::listingAgain);
			return;
		}
		pages.addAll(this.ahead.arrived());
		save((now) -> {
			Reading then = now;
			for (ScanPage page : pages) {
				int added = this.access.index().take(now.tenant(), now.source(), now.pass(), page.objects());
				then = then.listed(page.objects().size(), added, page.next());
			}
			return then;
		});
	}

	private void changes() {
		if (Objects.equals(this.reading.next(), this.reading.changes())) {
			save((now) -> now.looking(this.clock.instant()));
		}
		ChangePage page;
		try {
			page = ask(() -> this.scan.changes(Objects.requireNonNull(this.reading.next())));
		}
		catch (LinkLost ex) {
			restart(ex, Reading::startingAgain);
			return;
		}
		List<ScannedObject> told = withFederations(page);
		save((now) -> {
			int gone = this.access.index().remove(now.tenant(), page.removed());
			int added = this.access.index().take(now.tenant(), now.source(), now.pass(), told);
			return now.changed(page.changed().size(), page.removed().size(), added - gone, page.next(), page.later());
		});
	}

	private List<ScannedObject> withFederations(ChangePage page) {
		if (this.scan.source() != Source.APPLICATION) {
			return page.changed();
		}
		List<UUID> changed = page.changed().stream().map(ScannedObject::objectId).distinct().toList();
		List<UUID> untold = Federations.untold(page, this.access.sheets().of(this.hold.tenant(), changed));
		Map<UUID, List<ScannedFederation>> asked = new HashMap<>();
		for (int from = 0; from < untold.size(); from += Federations.BATCH) {
			List<UUID> some = untold.subList(from, Math.min(from + Federations.BATCH, untold.size()));
			asked.putAll(ask(() -> this.scan.federatedCredentials(some)));
			prolong();
		}
		return Federations.with(asked, page.changed());
	}

	private void check() {
		long count = ask(this.scan::count);
		boolean agrees = this.access.index().seen(this.hold.tenant(), this.scan.source(), this.reading.pass()) >= count;
		if (agrees) {
			save((now) -> now.agreed(count));
		}
		else if (++this.looks <= LOOKS) {
			this.waiting.pause(BEFORE_COUNTING_AGAIN);
			save(Reading::catchingUp);
		}
		else {
			Trouble trouble = Troubles.plain(Cause.COUNT_DIFFERS, this.clock.instant());
			save((now) -> now.differs(count, trouble));
		}
	}

	private void sweep() {
		save((now) -> {
			int gone = this.access.index().sweep(now.tenant(), now.source(), now.pass());
			return (gone > 0) ? now.swept(gone) : now.complete();
		});
	}

	private void restart(LinkLost lost, UnaryOperator<Reading> again) {
		this.ahead.clear();
		if (this.reading.progress().restarts() < RESTARTS) {
			save(again);
			return;
		}
		Trouble trouble = new Trouble(Cause.UNAVAILABLE, lost.code(), lost.words(), "", this.clock.instant());
		save((now) -> now.givenUp(trouble));
	}

	private <T> T ask(Supplier<T> question) {
		return new Patience(this.waiting).ask(question, (pause) -> {
			Instant until = this.clock.instant().plus(pause.time());
			Trouble trouble = Troubles.of(pause.cause(), this.clock.instant());
			write(until, (now) -> now.waiting(trouble, until));
		});
	}

	/** A page may need many requests before it can be written. */
	private void prolong() {
		this.access.holds().under(this.hold, () -> this.hold);
	}

	private void save(UnaryOperator<Reading> change) {
		write(this.clock.instant(), change);
	}

	private void write(Instant waitingUntil, UnaryOperator<Reading> change) {
		this.reading = this.access.holds().under(this.hold, waitingUntil, () -> {
			Reading changed = change.apply(this.reading);
			this.access.readings().save(changed);
			return changed;
		});
	}

}
