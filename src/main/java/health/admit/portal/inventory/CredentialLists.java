package health.admit.portal.inventory;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Cuts lists of credentials into pages. A page is found from the row beside it, never by
 * its number, so that rows that come and go move no others.
 */
@Component
class CredentialLists {

	private static final int AT_ONCE = 1000;

	private final CredentialFinder finder;

	private final CredentialRows rows;

	CredentialLists(CredentialFinder finder, CredentialRows rows) {
		this.finder = finder;
		this.rows = rows;
	}

	CredentialPage page(UUID tenant, CredentialFilter filter, Sorting sorting, Slice slice) {
		ListOrder order = ListOrder.of(sorting);
		Optional<Position> position = Position.read(slice.from(), Place.list(sorting));
		Place place = position.map(order::place).orElse(null);
		boolean back = place != null && position.filter(Position::back).isPresent();
		TextQuery text = TextQuery.of(filter.text());
		int more = slice.size() + 1;
		if (!back) {
			List<Place> places = find(tenant, filter, text, order, place, more);
			if (!places.isEmpty() || place == null) {
				return page(tenant, sorting, slice.size(), places, place != null, places.size() == more);
			}
			// Everything that followed is gone: what is now the end is nearest.
			return before(tenant, filter, text, sorting, null, slice.size());
		}
		return before(tenant, filter, text, sorting, place, slice.size());
	}

	void each(UUID tenant, CredentialFilter filter, Sorting sorting, Consumer<CredentialRow> row) {
		ListOrder order = ListOrder.of(sorting);
		TextQuery text = TextQuery.of(filter.text());
		Place last = null;
		boolean more = true;
		while (more) {
			List<Place> places = find(tenant, filter, text, order, last, AT_ONCE);
			read(tenant, places).forEach(row);
			more = places.size() == AT_ONCE;
			last = more ? places.get(AT_ONCE - 1) : null;
		}
	}

	private CredentialPage before(UUID tenant, CredentialFilter filter, TextQuery text, Sorting sorting,
			@Nullable Place place, int size) {
		ListOrder order = ListOrder.of(sorting);
		List<Place> places = find(tenant, filter, text, order.reversed(), place, size + 1);
		boolean more = places.size() > size;
		if (place != null && !more && places.size() < size) {
			// A page at the beginning is a full one.
			List<Place> first = find(tenant, filter, text, order, null, size + 1);
			return page(tenant, sorting, size, first, false, first.size() > size);
		}
		List<Place> inOrder = places.stream().limit(size).collect(Collectors.toList());
		Collections.reverse(inOrder);
		return page(tenant, sorting, size, inOrder, more, place != null);
	}

	private CredentialPage page(UUID tenant, Sorting sorting, int size, List<Place> found, boolean previous,
			boolean next) {
		List<Place> places = found.subList(0, Math.min(size, found.size()));
		if (places.isEmpty()) {
			return new CredentialPage(List.of(), null, null);
		}
		Place first = places.get(0);
		Place last = places.get(places.size() - 1);
		return new CredentialPage(read(tenant, places), next ? last.position(sorting, false).text() : null,
				previous ? first.position(sorting, true).text() : null);
	}

	private List<Place> find(UUID tenant, CredentialFilter filter, TextQuery text, ListOrder order,
			@Nullable Place after, int limit) {
		return this.finder.find(new ListRequest(tenant, filter, text, order, after, limit));
	}

	private List<CredentialRow> read(UUID tenant, List<Place> places) {
		return this.rows.of(tenant, places.stream().map(Place::key).toList());
	}

}
