package health.admit.sandbox.tenant;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Told of every write since the seed, in order.
 */
interface Journal {

	/** Keeps nothing. */
	Journal NONE = (kind, id, document) -> {
	};

	/**
	 * Records a write before it is answered.
	 * @param document the whole new document; null when the object is gone for good
	 */
	void written(Kind kind, UUID id, byte @Nullable [] document);

}
