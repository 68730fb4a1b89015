package health.admit.portal.strays;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A stray secret as pages show it.
 *
 * @param name of its application, hostile input
 * @param applicationLink to the page of the application
 * @param appId null where the directory gave none
 * @param label what the secret is called, hostile input
 * @param hint its first characters; null where the directory gave none
 * @param since when it begins to count; null where the directory does not say
 * @param lastUsed as Entra last reported it; null for unknown
 * @param why in plain words
 * @param operation name of the operation that made it; null where the journal knows none
 * @param operationId as its marker says
 * @param removal name of the constant of {@link Removal}
 * @param removalLink to the operation that removes it; null for none
 * @param link where to ask for its removal
 */
record StrayView(String name, String objectId, String applicationLink, @Nullable String appId, String keyId,
		String label, @Nullable String hint, @Nullable Instant since, @Nullable Instant lastUsed, String why,
		@Nullable String operation, String operationId, String removal, @Nullable String removalLink, String link) {

	/** Whether its removal can be asked for. */
	public boolean removable() {
		return Removal.NONE.name().equals(this.removal);
	}

}
