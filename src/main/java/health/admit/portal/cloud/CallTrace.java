package health.admit.portal.cloud;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What support staff need to find one call in the cloud's own logs.
 *
 * @param clientRequestId the id we gave the call; fresh for each attempt
 * @param requestId the id the service gave it, if an answer came
 */
public record CallTrace(UUID clientRequestId, @Nullable String requestId) {
}
