package health.admit.portal.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An application that has the wanted name already.
 *
 * @param href its page in the portal
 * @param owners names of its owners; null as long as they were not asked for
 */
record SameNamed(UUID appId, UUID objectId, @Nullable Instant createdAt, String href, @Nullable List<String> owners) {
}
