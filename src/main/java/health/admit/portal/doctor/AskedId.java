package health.admit.portal.doctor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.doctor.Registration.FoundBy;
import org.jspecify.annotations.Nullable;

/**
 * The id by which to look for the client concerned: one of three that are taken for each
 * other.
 *
 * @param use what the answer takes it for; null where it was pasted by itself
 */
record AskedId(UUID id, @Nullable Subject use) {

	/** Longer texts are about more than an id. */
	private static final int LONGEST_LABEL = 200;

	static Optional<AskedId> of(@Nullable TokenClaims token, List<Diagnosis> diagnoses, String pasted) {
		return Optional.ofNullable(token)
			.flatMap(TokenClaims::client)
			.map((id) -> new AskedId(id, Subject.CLIENT))
			.or(() -> named(Subject.CLIENT, diagnoses))
			.or(() -> named(Subject.PRINCIPAL, diagnoses))
			.or(() -> diagnoses.isEmpty() ? alone(pasted) : Optional.empty());
	}

	/**
	 * What the id is and where it is needed; empty where it was used as it should be, or
	 * is not known.
	 */
	Optional<Check> check(Registration found) {
		FoundBy kind = found.foundBy();
		boolean fits = (this.use == Subject.CLIENT) ? kind == FoundBy.APP_ID : kind == FoundBy.PRINCIPAL;
		if (!found.isKnown() || (this.use != null && fits)) {
			return Optional.empty();
		}
		String key = "id." + kind.name();
		return Optional
			.of((this.use != null) ? Check.bad(key, this.id.toString()) : Check.note(key, this.id.toString()));
	}

	/** Whether it may as well be a person's: that it is no client's says nothing. */
	boolean mayBeNoClient() {
		return this.use == Subject.PRINCIPAL;
	}

	private static Optional<AskedId> named(Subject use, List<Diagnosis> diagnoses) {
		return diagnoses.stream()
			.flatMap((diagnosis) -> diagnosis.subject(use).stream())
			.flatMap((text) -> Ids.principal(text).stream())
			.findFirst()
			.map((id) -> new AskedId(id, use));
	}

	private static Optional<AskedId> alone(String pasted) {
		if (pasted.length() > LONGEST_LABEL) {
			return Optional.empty();
		}
		List<UUID> ids = Ids.in(pasted).distinct().toList();
		return (ids.size() == 1) ? Optional.of(new AskedId(ids.get(0), null)) : Optional.empty();
	}

}
