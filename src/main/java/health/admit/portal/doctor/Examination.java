package health.admit.portal.doctor;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that was found out about one paste.
 *
 * @param token null where there was none
 * @param registration null where no client is named, or it could not be looked up
 * @param unread whether the directory could not be asked
 */
record Examination(Kind kind, List<Diagnosis> diagnoses, @Nullable TokenReading token,
		@Nullable Registration registration, List<Check> checks, boolean unread) {
}
