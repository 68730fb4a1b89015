package health.admit.portal.doctor;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The cause of a failure, as far as the answer tells it.
 *
 * @param code what the answer calls it: {@code AADSTS65001}, {@code forbidden},
 * {@code AuthorizationFailed}, {@code HTTP 404}; null where the cause was found otherwise
 * @param subjects the objects concerned, parsed out of the answer: hostile input when
 * shown, each at most {@link #LONGEST} characters
 */
public record Diagnosis(Cause cause, @Nullable String code, Map<Subject, String> subjects) {

	/** The most of a value that is kept. */
	public static final int LONGEST = 512;

	public Diagnosis {
		subjects = Map.copyOf(subjects);
	}

	static Diagnosis of(Cause cause, @Nullable String code) {
		return new Diagnosis(cause, code, Map.of());
	}

	/**
	 * What the answer says of one thing.
	 */
	public Optional<String> subject(Subject subject) {
		return Optional.ofNullable(this.subjects.get(subject));
	}

}
