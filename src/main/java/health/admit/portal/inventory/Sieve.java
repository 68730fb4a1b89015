package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads a list without its words, stretch after stretch, and keeps what the words lead
 * to: to pass over a row in order takes far less time than to look one up.
 *
 * @param led those of some objects that the words lead to
 * @param found the part of all rows that they are, at a guess
 */
record Sieve(ListRequest request, UnaryOperator<Set<UUID>> led, double found) {

	private static final int LEAST = 100;

	private static final int LONGEST = 10_000;

	/**
	 * The rows that are kept, in order.
	 * @param most rows to read; words and filters may shun each other, and who looks for
	 * an owner among what has none would read everything
	 * @param reading one stretch of the list without its words
	 * @return empty when there were more
	 */
	Optional<List<Place>> keep(double most, Function<ListRequest, List<Place>> reading) {
		List<Place> kept = new ArrayList<>();
		int stretch = (int) Math.max(LEAST, Math.min(LONGEST, 1.5 * this.request.limit() / this.found));
		ListRequest next = this.request.withoutText(stretch);
		long passed = 0;
		while (passed <= most) {
			List<Place> read = reading.apply(next);
			Set<UUID> objects = this.led.apply(read.stream().map(Place::objectId).collect(Collectors.toSet()));
			read.stream()
				.filter((place) -> objects.contains(place.objectId()))
				.limit(this.request.limit() - kept.size())
				.forEach(kept::add);
			if (kept.size() == this.request.limit() || read.size() < next.limit()) {
				return Optional.of(kept);
			}
			passed += read.size();
			next = next.from(read.get(read.size() - 1), Math.min(LONGEST, 2 * next.limit()));
		}
		return Optional.empty();
	}

}
