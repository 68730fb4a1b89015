package health.admit.sandbox.graph;

import java.util.UUID;

import health.admit.sandbox.tenant.Ids;
import org.jspecify.annotations.Nullable;

/**
 * How a path names one object: by its id, or by an alternate key such as
 * {@code (appId='...')}.
 *
 * @param name {@code id}, or the name of the alternate key
 */
record Key(String name, String value) {

	boolean is(String key) {
		return this.name.equals(key);
	}

	/** The value as a UUID; null when it is none. */
	@Nullable UUID uuid() {
		return Ids.parse(this.value);
	}

}
