package health.admit.portal.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks for something in every subscription the operator can see. A subscription that
 * cannot be read, or not in time, is named and does not hold up the others.
 */
final class SubscriptionSearch {

	private final SideBySide sideBySide;

	SubscriptionSearch(SideBySide sideBySide) {
		this.sideBySide = sideBySide;
	}

	<T> Found<T> search(List<Subscription> subscriptions, Function<Subscription, Found<T>> look) {
		List<SideBySide.Task<Found<T>>> tasks = subscriptions.stream()
			.map((in) -> new SideBySide.Task<>(() -> guarded(in, look),
					() -> new Found<T>(List.of(), List.of(late(in)))))
			.toList();
		List<T> items = new ArrayList<>();
		List<Unread> unread = new ArrayList<>();
		this.sideBySide.all(tasks).forEach((found) -> {
			items.addAll(found.items());
			unread.addAll(found.unread());
		});
		return new Found<>(items, unread);
	}

	private static <T> Found<T> guarded(Subscription in, Function<Subscription, Found<T>> look) {
		List<Unread> unread = new ArrayList<>();
		List<Found<T>> found = new ArrayList<>();
		guard(in, "", unread, () -> found.add(look.apply(in)));
		return found.isEmpty() ? new Found<>(List.of(), unread) : found.get(0);
	}

	/**
	 * Reads a part of a subscription, and notes why it could not be read.
	 */
	static void guard(Subscription in, String part, List<Unread> unread, Runnable read) {
		try {
			read.run();
		}
		catch (AzureRefused ex) {
			unread.add(new Unread(in.id(), in.name(), part, Unread.Reason.REFUSED, ex.code(), ex.words()));
		}
		catch (AzureUnavailable ex) {
			unread.add(new Unread(in.id(), in.name(), part,
					ex.isMalformed() ? Unread.Reason.MALFORMED : Unread.Reason.UNANSWERED, "",
					String.valueOf(ex.getMessage())));
		}
	}

	/** Notes something in an answer that makes no sense. */
	static Consumer<String> malformed(Subscription in, List<Unread> unread) {
		return (part) -> unread.add(new Unread(in.id(), in.name(), part, Unread.Reason.MALFORMED, "", ""));
	}

	private static Unread late(Subscription in) {
		return new Unread(in.id(), in.name(), "", Unread.Reason.UNANSWERED, "", "");
	}

}
