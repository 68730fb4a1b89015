package health.admit.portal.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.portal.inventory.Inventory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Does the work of a day. What is due is written down first, with whoever is to get it;
 * then each recipient gets one mail with all of it. A mail is noted as sent after the
 * server has taken it: when the node dies between the two it is sent twice rather than
 * never.
 */
@Component
class Reminding {

	private static final Logger logger = LoggerFactory.getLogger(Reminding.class);

	private final Inventory inventory;

	private final DueCredentials credentials;

	private final Reminders reminders;

	private final ReminderRuns runs;

	private final Digests digests;

	private final Postman postman;

	private final Clock clock;

	Reminding(Inventory inventory, DueCredentials credentials, Reminders reminders, ReminderRuns runs, Digests digests,
			Postman postman, Clock clock) {
		this.inventory = inventory;
		this.credentials = credentials;
		this.reminders = reminders;
		this.runs = runs;
		this.digests = digests;
		this.postman = postman;
		this.clock = clock;
	}

	/** What the work of this moment would be. Writes nothing. */
	Plan plan(UUID tenant) {
		Instant now = this.clock.instant();
		Map<ReminderKey, Due> due = this.credentials.at(tenant, now);
		Map<ReminderKey, Set<String>> recipients = new HashMap<>();
		due.forEach((key, one) -> recipients.put(key, one.recipients()));
		Map<ReminderKey, Set<String>> planned = this.reminders.planned(tenant, now);
		recipients.putAll(planned);
		return plan(tenant, due, recipients, planned.keySet());
	}

	Digest digest(Plan plan, List<Due> due) {
		Instant now = this.clock.instant();
		return this.digests.of(due, plan.freshness(), this.credentials.filter(now), now);
	}

	/**
	 * Writes down what has become due and sends it.
	 * @param fresh whether what has become due since the last time belongs to it
	 */
	void run(UUID tenant, LocalDate day, boolean fresh) {
		Instant now = this.clock.instant();
		Map<ReminderKey, Due> due = this.credentials.at(tenant, now);
		if (fresh) {
			Set<ReminderKey> known = this.reminders.planned(tenant, now).keySet();
			due.values()
				.stream()
				.filter((one) -> !known.contains(one.key()))
				.forEach((one) -> this.reminders.plan(tenant, one));
		}
		Map<ReminderKey, Set<String>> planned = this.reminders.planned(tenant, now);
		Plan plan = plan(tenant, due, planned, planned.keySet());
		int sent = 0;
		int failed = 0;
		for (String recipient : plan.mails().keySet()) {
			this.runs.beat(tenant, day, this.clock.instant());
			Delivery delivery = send(tenant, recipient, plan);
			sent += delivery.isMail() ? 1 : 0;
			failed += delivery.isTrouble() ? 1 : 0;
			if (delivery.kind() == Delivery.Kind.AWAY) {
				break;
			}
		}
		this.runs.finish(tenant, day, sent, failed, this.clock.instant());
		logger.info("Reminders of {}: {} mails sent, {} failed", day, sent, failed);
	}

	private Plan plan(UUID tenant, Map<ReminderKey, Due> due, Map<ReminderKey, Set<String>> recipients,
			Set<ReminderKey> planned) {
		SortedMap<String, List<Due>> mails = new TreeMap<>();
		for (Due one : due.values()) {
			for (String recipient : recipients.getOrDefault(one.key(), Set.of())) {
				mails.computeIfAbsent(recipient, (address) -> new ArrayList<>()).add(one);
			}
		}
		long unreached = due.values()
			.stream()
			.filter((one) -> one.recipients().isEmpty() && !planned.contains(one.key()))
			.count();
		return new Plan(this.inventory.freshness(tenant), mails, due, unreached);
	}

	private Delivery send(UUID tenant, String recipient, Plan plan) {
		UUID attempt = UUID.randomUUID();
		List<ReminderKey> claimed = this.reminders.claim(tenant, recipient, attempt, this.clock.instant());
		Map<Boolean, List<ReminderKey>> parts = claimed.stream()
			.collect(Collectors.partitioningBy(plan.due()::containsKey));
		this.reminders.release(attempt, parts.getOrDefault(false, List.of()));
		List<Due> due = parts.getOrDefault(true, List.of())
			.stream()
			.map((key) -> Objects.requireNonNull(plan.due().get(key)))
			.sorted(Comparator.comparing(Due::ends))
			.toList();
		if (due.isEmpty()) {
			return Delivery.NOTHING;
		}
		Delivery delivery = this.postman.send(tenant, recipient, due, digest(plan, due));
		if (delivery.kind() == Delivery.Kind.TAKEN) {
			this.reminders.sent(attempt, this.clock.instant());
		}
		else {
			logger.warn("Mail to an owner was not taken: {}", delivery.words());
			this.reminders.failed(attempt, delivery.words(), this.clock.instant());
		}
		return delivery;
	}

}
