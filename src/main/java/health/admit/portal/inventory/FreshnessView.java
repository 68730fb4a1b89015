package health.admit.portal.inventory;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;

/**
 * How complete the index is, as pages say it: see {@code templates/fragments/freshness}.
 * Phrases are arguments of messages.
 *
 * @param state name of the constant of {@link Completeness}
 * @param kind of notice: success, info, warning or danger
 * @param counted such as "12 applications and 30 credentials"
 * @param objects such as "12 applications"
 * @param lacking the sources that are not complete, such as "enterprise applications"
 * @param readBefore whether there is anything to look at
 * @param reading null while nothing is read
 * @param trouble why the last reading ended early, or what the one under way waits for;
 * null for none
 */
public record FreshnessView(String state, String kind, MessageSourceResolvable counted, MessageSourceResolvable objects,
		MessageSourceResolvable lacking, boolean readBefore, @Nullable Instant asOf, @Nullable Reading reading,
		@Nullable Trouble trouble) {

	public static FreshnessView of(Freshness freshness) {
		Completeness completeness = freshness.completeness();
		boolean readBefore = freshness.credentials() > 0 || freshness.applications() > 0 || freshness.asOf() != null;
		return new FreshnessView(completeness.name(), kind(completeness), Phrases.counted(freshness),
				Phrases.objects(freshness), Phrases.lacking(freshness), readBefore, freshness.asOf(),
				Reading.of(freshness.activity()), told(freshness).map(Trouble::of).orElse(null));
	}

	public boolean complete() {
		return Completeness.COMPLETE.name().equals(this.state);
	}

	/**
	 * Whether the notice should be looked at again soon: something is being read, or is
	 * about to be, because the page that shows it has just asked for the first reading.
	 */
	public boolean follow() {
		return this.reading != null || (Completeness.NEVER.name().equals(this.state) && this.trouble == null);
	}

	/**
	 * Differs whenever there is something else to say about the index.
	 */
	public String seen() {
		return (this.reading != null) ? "reading" : this.state + "." + this.asOf;
	}

	private static String kind(Completeness completeness) {
		return switch (completeness) {
			case COMPLETE -> "success";
			case NEVER, FIRST_PASS, PARTIAL -> "warning";
			case FAILED -> "danger";
		};
	}

	/**
	 * While something is read, what went wrong before it does not matter, only what it
	 * waits for.
	 */
	private static Optional<Freshness.Part> told(Freshness freshness) {
		Freshness.Activity activity = freshness.activity();
		if (activity == null) {
			return freshness.completeness().isComplete() ? Optional.empty() : freshness.troubled();
		}
		return (activity.waitingUntil() != null)
				? freshness.part(activity.source()).filter((part) -> part.trouble() != null) : Optional.empty();
	}

	/**
	 * What is being read.
	 *
	 * @param state full, changes or waiting
	 * @param source such as "enterprise applications"
	 * @param expected 0 where it is not known
	 */
	public record Reading(String state, MessageSourceResolvable source, int pages, long read, long expected,
			Instant startedAt, @Nullable Instant waitingUntil) {

		static @Nullable Reading of(Freshness.@Nullable Activity activity) {
			return (activity == null) ? null
					: new Reading(state(activity), Phrases.of(activity.source()), activity.pages(), activity.read(),
							activity.expected(), activity.startedAt(), activity.waitingUntil());
		}

		private static String state(Freshness.Activity activity) {
			if (activity.waitingUntil() != null) {
				return "waiting";
			}
			return activity.full() ? "full" : "changes";
		}

		/** Whether a share of the whole can be told. */
		public boolean measured() {
			return this.expected > 0 && !"changes".equals(this.state);
		}

		/** For a progress bar up to {@link #expected()}, never past it. */
		public long shown() {
			return Math.min(this.read, this.expected);
		}

	}

	/**
	 * Why the last reading ended early, or what the one under way waits for.
	 *
	 * @param cause name of the constant of {@link Freshness.Cause}
	 * @param source such as "enterprise applications"
	 * @param words of the service, hostile input when shown
	 */
	public record Trouble(String cause, MessageSourceResolvable source, String code, String words, String requestId,
			Instant at) {

		static @Nullable Trouble of(Freshness.Part part) {
			Freshness.Trouble trouble = part.trouble();
			return (trouble == null) ? null : new Trouble(trouble.cause().name(), Phrases.of(part.source()),
					trouble.code(), trouble.words(), trouble.requestId(), trouble.at());
		}

	}

}
