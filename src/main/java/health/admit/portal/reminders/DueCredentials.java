package health.admit.portal.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Sorting;
import health.admit.portal.inventory.WorkState;

import org.springframework.stereotype.Component;

/**
 * Finds the credentials that have reached a step and still need somebody, and whom to
 * write to about each.
 */
@Component
class DueCredentials {

	private static final int AT_ONCE = 500;

	private static final Set<OwnerState> GONE = Set.of(OwnerState.DELETED, OwnerState.DISABLED);

	private final Inventory inventory;

	private final Steps steps;

	private final Set<String> fallback;

	DueCredentials(Inventory inventory, ReminderSettings settings) {
		this.inventory = inventory;
		this.steps = settings.steps();
		this.fallback = settings.fallback();
	}

	/** In order of their ends. */
	Map<ReminderKey, Due> at(UUID tenant, Instant now) {
		List<CredentialRow> near = new ArrayList<>();
		this.inventory.each(tenant, filter(now), Sorting.ENDS_FIRST, (row) -> {
			if (reached(row, now).isPresent()) {
				near.add(row);
			}
		});
		Map<ReminderKey, Due> due = new LinkedHashMap<>();
		for (int from = 0; from < near.size(); from += AT_ONCE) {
			List<CredentialRow> some = near.subList(from, Math.min(from + AT_ONCE, near.size()));
			Map<UUID, List<Owner>> owners = this.inventory.owners(tenant,
					some.stream().map((row) -> row.key().objectId()).collect(Collectors.toSet()));
			for (CredentialRow row : some) {
				Due one = due(row, owners.getOrDefault(row.key().objectId(), List.of()), now);
				due.put(one.key(), one);
			}
		}
		return due;
	}

	/** The list of the dashboard in which all of them are. */
	CredentialFilter filter(Instant now) {
		Band last = Band.of(this.steps.horizon(now), now);
		Set<Band> bands = Arrays.stream(Band.values())
			.filter((band) -> band != Band.EXPIRED && band.compareTo(last) <= 0)
			.collect(Collectors.toSet());
		return new CredentialFilter(bands, Set.of(CredentialKind.SECRET, CredentialKind.CERTIFICATE), Set.of(),
				Set.of(), Set.of(WorkState.OPEN, WorkState.CLAIMED), false, null, "");
	}

	private OptionalInt reached(CredentialRow row, Instant now) {
		Instant ends = row.ends();
		return (ends != null) ? this.steps.reached(ends, now) : OptionalInt.empty();
	}

	private Due due(CredentialRow row, Collection<Owner> owners, Instant now) {
		Instant ends = Objects.requireNonNull(row.ends());
		Set<String> addresses = owners.stream()
			.filter((owner) -> !GONE.contains(owner.state()))
			.map((owner) -> MailText.address(owner.mail()))
			.flatMap(Optional::stream)
			.map((address) -> address.toLowerCase(Locale.ROOT))
			.collect(Collectors.toCollection(TreeSet::new));
		return new Due(new ReminderKey(row.key(), reached(row, now).orElseThrow()), row.appId(),
				MailText.line(row.name()), MailText.line(Objects.requireNonNullElse(row.description(), "")), row.kind(),
				ends, Duration.between(now, ends).toDays(), addresses.isEmpty() ? this.fallback : addresses);
	}

}
