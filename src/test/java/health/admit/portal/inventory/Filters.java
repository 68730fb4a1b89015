package health.admit.portal.inventory;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import health.admit.portal.inventory.IndexFixture.Entry;

/**
 * Filters that somebody might choose.
 */
final class Filters {

	private final Random random;

	private final List<Entry> entries;

	Filters(Random random, List<Entry> entries) {
		this.random = random;
		this.entries = entries;
	}

	CredentialFilter next() {
		return new CredentialFilter(some(Band.class, 2), some(CredentialKind.class, 4), some(Source.class, 6),
				some(OwnerState.class, 3), some(WorkState.class, 5), flag(), flag(), text());
	}

	Sorting sorting() {
		return Sorting.values()[this.random.nextInt(Sorting.values().length)];
	}

	private <E extends Enum<E>> Set<E> some(Class<E> type, int seldom) {
		EnumSet<E> chosen = EnumSet.noneOf(type);
		if (this.random.nextInt(seldom) == 0) {
			for (int more = this.random.nextInt(2); more >= 0; more--) {
				E[] all = type.getEnumConstants();
				chosen.add(all[this.random.nextInt(all.length)]);
			}
		}
		return chosen;
	}

	private Boolean flag() {
		return (this.random.nextInt(5) == 0) ? Boolean.valueOf(this.random.nextBoolean()) : null;
	}

	private String text() {
		if (this.random.nextInt(3) > 0) {
			return "";
		}
		Entry entry = this.entries.get(this.random.nextInt(this.entries.size()));
		List<String> words = entry.words().stream().sorted().toList();
		String word = words.isEmpty() ? "nothing" : words.get(this.random.nextInt(words.size()));
		return switch (this.random.nextInt(6)) {
			case 0 -> entry.row().key().objectId().toString();
			case 1 -> entry.row().key().keyId().toString().toUpperCase(Locale.ROOT);
			case 2 -> String.valueOf(entry.row().appId());
			case 3 -> String.join(" ", words);
			case 4 -> word;
			default -> word.substring(0, Math.min(word.length(), 3));
		};
	}

}
