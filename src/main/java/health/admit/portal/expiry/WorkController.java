package health.admit.portal.expiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.WorkState;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.People;
import health.admit.portal.signin.Person;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the help desk is at work on.
 */
@Controller
class WorkController {

	private static final int MOST = 200;

	private final WorkStore store;

	private final Inventory inventory;

	private final People people;

	private final CurrentOperator current;

	private final Clock clock;

	WorkController(WorkStore store, Inventory inventory, People people, CurrentOperator current, Clock clock) {
		this.store = store;
		this.inventory = inventory;
		this.people = people;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping("/expiry/work")
	String show(@RequestParam(name = "show", defaultValue = "mine") String wanted, Model model) {
		Operator operator = this.current.operator();
		Tab tab = Tab.of(wanted);
		List<WorkItem> found = find(operator, tab);
		Map<UUID, Person> names = this.people.seenBy(operator,
				found.stream().map(WorkItem::assignee).filter(Objects::nonNull).map(Objects::requireNonNull).toList());
		Instant now = this.clock.instant();
		model.addAttribute("freshness", FreshnessView.of(this.inventory.freshness(operator.tenant())));
		model.addAttribute("tabs",
				Arrays.stream(Tab.values())
					.map((other) -> new TabView("expiry.work.tab." + other.name(), "/expiry/work?show=" + other.path(),
							other == tab))
					.toList());
		model.addAttribute("empty", "expiry.work.none." + tab.name());
		model.addAttribute("more", found.size() > MOST);
		model.addAttribute("items", found.stream().limit(MOST).map((item) -> Line.of(item.at(now), names)).toList());
		return "expiry/work";
	}

	private List<WorkItem> find(Operator operator, Tab tab) {
		UUID tenant = operator.tenant();
		return switch (tab) {
			case MINE -> this.store.of(tenant, operator.objectId(), MOST + 1);
			case CLAIMED -> this.store.in(tenant, WorkState.CLAIMED, MOST + 1);
			case SNOOZED -> this.store.in(tenant, WorkState.SNOOZED, MOST + 1);
			case CLOSED -> this.store.in(tenant, WorkState.DONE, MOST + 1);
			case LOST -> this.store.lost(tenant, MOST + 1);
		};
	}

	/**
	 * The lists there are.
	 */
	enum Tab {

		MINE, CLAIMED, SNOOZED, LOST, CLOSED;

		static Tab of(String text) {
			return Arrays.stream(values()).filter((tab) -> tab.path().equals(text)).findFirst().orElse(MINE);
		}

		String path() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * A list to choose.
	 *
	 * @param key message key
	 */
	record TabView(String key, String link, boolean current) {
	}

	/**
	 * One item.
	 *
	 * @param name hostile input when shown, like the ticket
	 */
	record Line(String name, String link, String kind, String kindIcon, @Nullable Instant ends, String state,
			String tag, @Nullable Person assignee, @Nullable String ticket, @Nullable Instant snoozedUntil,
			boolean lost, Instant changedAt) {

		static Line of(WorkItem item, Map<UUID, Person> names) {
			UUID assignee = item.assignee();
			return new Line(item.name().isBlank() ? item.key().objectId().toString() : Excerpt.of(item.name()),
					RowView.link(item.key()), item.kind().name(), Looks.icon(item.kind()), item.ends(),
					item.state().name(), Looks.tag(item.state()), (assignee != null) ? names.get(assignee) : null,
					item.ticket(), item.snoozedUntil(), item.absence().lostAt() != null, item.changedAt());
		}

	}

}
