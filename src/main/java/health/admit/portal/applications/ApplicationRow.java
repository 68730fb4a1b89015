package health.admit.portal.applications;

import java.time.Instant;
import java.util.UUID;

import health.admit.portal.directory.ApplicationSummary;
import org.jspecify.annotations.Nullable;

/**
 * An application in the list.
 *
 * @param name hostile input
 * @param unusual whether the name may look like another one
 */
record ApplicationRow(UUID objectId, UUID appId, String name, boolean unusual, @Nullable Instant createdAt) {

	static ApplicationRow of(ApplicationSummary application) {
		String name = Excerpt.of(application.displayName(), Excerpt.NAME);
		return new ApplicationRow(application.objectId(), application.appId(), name,
				!NameCheck.warnings(application.displayName()).isEmpty(), application.createdAt());
	}

}
