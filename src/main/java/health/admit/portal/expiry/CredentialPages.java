package health.admit.portal.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.inventory.IndexedApplication;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.LastUseReports;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.Source;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.People;
import health.admit.portal.signin.Person;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Fills the model of a credential's page.
 */
@Component
class CredentialPages {

	private final Inventory inventory;

	private final OwnersPart owners;

	private final LastUseReports reports;

	private final WorkItems items;

	private final People people;

	private final CurrentOperator current;

	private final Cloud cloud;

	private final Clock clock;

	CredentialPages(Inventory inventory, OwnersPart owners, LastUseReports reports, WorkItems items, People people,
			CurrentOperator current, Cloud cloud, Clock clock) {
		this.inventory = inventory;
		this.owners = owners;
		this.reports = reports;
		this.items = items;
		this.people = people;
		this.current = current;
		this.cloud = cloud;
		this.clock = clock;
	}

	/**
	 * Prepares the page.
	 * @param form null for a fresh one
	 * @return its template; empty when neither the credential nor work on it is known
	 */
	Optional<String> open(CredentialKey key, @Nullable WorkForm form, Model model) {
		Operator operator = this.current.operator();
		CredentialRow row = this.inventory.credential(operator.tenant(), key).orElse(null);
		WorkItem item = this.items.find(operator.tenant(), key)
			.orElseGet(() -> (row != null) ? WorkItem.blank(operator.tenant(), row) : null);
		model.addAttribute("freshness", FreshnessView.of(this.inventory.freshness(operator.tenant())));
		model.addAttribute("objectId", key.objectId().toString());
		model.addAttribute("keyId", key.keyId().toString());
		if (item == null) {
			return Optional.empty();
		}
		model.addAttribute("name", Excerpt.of(item.name()));
		model.addAttribute("kind", item.kind().name());
		model.addAttribute("ends", item.ends());
		model.addAttribute("action", RowView.link(key) + "/work");
		IndexedApplication application = this.inventory.application(operator.tenant(), key.objectId()).orElse(null);
		model.addAttribute("applicationThere", application != null);
		WorkView work = work(operator, item);
		model.addAttribute("work", work);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", (form != null) ? form : WorkForm.of(item));
		}
		if (row != null && application != null) {
			there(operator.tenant(), row, application, model);
			return Optional.of("expiry/credential");
		}
		return Optional.of("expiry/gone");
	}

	private void there(UUID tenant, CredentialRow row, IndexedApplication application, Model model) {
		Map<UUID, List<Owner>> owners = this.owners.fill(this.current.delegation(), application, row.owners(), model);
		List<CredentialRow> others = this.inventory.credentialsOf(tenant, application.objectId())
			.stream()
			.filter((other) -> !other.key().equals(row.key()))
			.toList();
		model.addAttribute("row", RowView.of(row, owners));
		model.addAttribute("report", LastUseView.of(this.reports.of(tenant)));
		model.addAttribute("others", others.stream().map((other) -> RowView.of(other, owners)).toList());
		model.addAttribute("successor",
				row.covered() ? successor(row, others).map((other) -> RowView.of(other, owners)).orElse(null) : null);
		model.addAttribute("lifetime", lifetime(row));
		model.addAttribute("blade", (row.appId() != null && row.source() == Source.APPLICATION)
				? this.cloud.credentialsBlade(row.appId()).toString() : null);
	}

	private Optional<CredentialRow> successor(CredentialRow row, List<CredentialRow> others) {
		Instant now = this.clock.instant();
		return others.stream()
			.filter((other) -> other.takesOver(row.starts(), row.ends(), now))
			.max(Comparator.comparing(CredentialRow::ends, Comparator.nullsLast(Comparator.naturalOrder())));
	}

	/** The day (UTC) on which a credential ends; null when it has none ahead. */
	@Nullable LocalDate lastDay(CredentialKey key) {
		return this.inventory.credential(this.current.operator().tenant(), key)
			.map(CredentialRow::ends)
			.filter((ends) -> ends.isAfter(this.clock.instant()))
			.map((ends) -> LocalDate.ofInstant(ends, ZoneOffset.UTC))
			.orElse(null);
	}

	private static @Nullable Long lifetime(CredentialRow row) {
		return (row.starts() != null && row.ends() != null) ? Duration.between(row.starts(), row.ends()).toDays()
				: null;
	}

	private WorkView work(Operator operator, WorkItem item) {
		List<WorkLine> lines = this.items.history(operator.tenant(), item.key());
		Set<UUID> ids = Stream.concat(lines.stream().map(WorkLine::who), Stream.of(item).map(WorkItem::assignee))
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.collect(Collectors.toSet());
		Map<UUID, Person> names = this.people.seenBy(operator, ids);
		return new WorkView(item.version(), item.state().name(), Looks.tag(item.state()),
				person(names, item.assignee()), item.ticket(), item.snoozedUntil(),
				lines.stream()
					.map((line) -> new WorkView.Line(line.version(), line.at(), person(names, line.who()),
							line.what().name(), (line.text() != null) ? line.text() : "", line.until()))
					.toList());
	}

	private static @Nullable Person person(Map<UUID, Person> names, @Nullable UUID id) {
		return (id != null) ? names.get(id) : null;
	}

}
