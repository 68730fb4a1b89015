package health.admit.portal.inventory;

import java.util.List;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Parts of sentences about the index, in {@code messages/inventory}. A message takes them
 * as arguments.
 */
public final class Phrases {

	private Phrases() {
	}

	/** Such as "12 applications and 30 credentials", with all that is read. */
	public static MessageSourceResolvable counted(Freshness freshness) {
		return of("inventory.counted", freshness, freshness.applications(), freshness.credentials());
	}

	/** Such as "12 applications", with all that can hold a credential and is read. */
	public static MessageSourceResolvable objects(Freshness freshness) {
		return of("inventory.objects", freshness, freshness.applications());
	}

	/** Such as "enterprise applications". */
	static MessageSourceResolvable of(Source source) {
		return plain("inventory.source." + source);
	}

	/** The sources that are not complete, or all that are read where each of them is. */
	static MessageSourceResolvable lacking(Freshness freshness) {
		List<Source> lacking = freshness.parts()
			.stream()
			.filter((part) -> !part.completeness().isComplete())
			.map(Freshness.Part::source)
			.toList();
		return (lacking.size() == 1) ? of(lacking.get(0)) : plain(
				(freshness.principals() != null) ? "inventory.source.ALL" : "inventory.source." + Source.APPLICATION);
	}

	private static MessageSourceResolvable of(String key, Freshness freshness, Object... counts) {
		Long principals = freshness.principals();
		if (principals == null) {
			return new DefaultMessageSourceResolvable(new String[] { key }, counts);
		}
		Object[] all = new Object[counts.length + 1];
		System.arraycopy(counts, 0, all, 0, counts.length);
		all[counts.length] = principals;
		return new DefaultMessageSourceResolvable(new String[] { key + ".both" }, all);
	}

	private static MessageSourceResolvable plain(String key) {
		return new DefaultMessageSourceResolvable(key);
	}

}
