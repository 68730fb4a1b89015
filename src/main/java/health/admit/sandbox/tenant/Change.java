package health.admit.sandbox.tenant;

import java.util.Set;
import java.util.UUID;

/**
 * One write since the seed.
 *
 * @param number running number
 * @param properties top-level members that are different now
 * @param purged whether the object is gone for good
 */
public record Change(long number, Kind kind, UUID id, Set<String> properties, boolean purged) {
}
