package health.admit.portal.inventory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How complete the index is, as pages say it: see {@code templates/fragments/freshness}.
 *
 * @param state name of the constant of {@link Completeness}
 * @param kind of notice: success, info, warning or danger
 * @param reading null while nothing is read
 * @param trouble null for none
 */
public record FreshnessView(String state, String kind, long applications, long credentials, @Nullable Instant asOf,
		@Nullable Reading reading, @Nullable Trouble trouble) {

	public static FreshnessView of(Freshness freshness) {
		return new FreshnessView(freshness.completeness().name(), kind(freshness.completeness()),
				freshness.applications(), freshness.credentials(), freshness.asOf(), Reading.of(freshness.activity()),
				Trouble.of(freshness.trouble()));
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

	/**
	 * Whether there is anything to look at.
	 */
	public boolean readBefore() {
		return this.credentials > 0 || this.applications > 0 || this.asOf != null;
	}

	private static String kind(Completeness completeness) {
		return switch (completeness) {
			case COMPLETE -> "success";
			case NEVER, FIRST_PASS, PARTIAL -> "warning";
			case FAILED -> "danger";
		};
	}

	/**
	 * What is being read.
	 *
	 * @param state full, changes or waiting
	 * @param expected 0 where it is not known
	 */
	public record Reading(String state, int pages, long read, long expected, Instant startedAt,
			@Nullable Instant waitingUntil) {

		static @Nullable Reading of(Freshness.@Nullable Activity activity) {
			return (activity == null) ? null : new Reading(state(activity), activity.pages(), activity.read(),
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
	 * Why the last reading ended early.
	 *
	 * @param cause name of the constant of {@link Freshness.Cause}
	 * @param words of the service, hostile input when shown
	 */
	public record Trouble(String cause, String code, String words, String requestId, Instant at) {

		static @Nullable Trouble of(Freshness.@Nullable Trouble trouble) {
			return (trouble == null) ? null : new Trouble(trouble.cause().name(), trouble.code(), trouble.words(),
					trouble.requestId(), trouble.at());
		}

	}

}
