package health.admit.portal.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import health.admit.portal.cloud.Cloud;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every minute whether the mail of the day is due. A portal that was off at the
 * time sends it when it is back.
 */
@Component
class ReminderJob {

	private final ReminderSettings settings;

	private final ReminderRuns runs;

	private final Reminding reminding;

	private final UUID tenant;

	private final Clock clock;

	ReminderJob(ReminderSettings settings, ReminderRuns runs, Reminding reminding, Cloud cloud, Clock clock) {
		this.settings = settings;
		this.runs = runs;
		this.reminding = reminding;
		this.tenant = cloud.tenant();
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
	void look() {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		if (!this.settings.enabled() || now.isBefore(this.settings.dueOn(today))) {
			return;
		}
		ReminderRuns.Turn turn = this.runs.take(this.tenant, today, now);
		if (turn != ReminderRuns.Turn.NONE) {
			this.reminding.run(this.tenant, today, turn == ReminderRuns.Turn.DAILY);
		}
	}

}
