package health.admit.portal.credentials;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import health.admit.portal.directory.CredentialPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * How long a new secret may live: what the portal offers, within what the tenant allows.
 * All dates are UTC.
 */
@Component
public class SecretLifetimes {

	/**
	 * The lives on offer, in months.
	 */
	public static final List<Integer> MONTHS = List.of(3, 6, 12, 24);

	/**
	 * The life the registration article of Azure Health Data Services recommends.
	 */
	public static final int RECOMMENDED_MONTHS = 6;

	private static final int LONGEST_MONTHS = 24;

	private static final Duration LATE_START = Duration.ofDays(1);

	private final Clock clock;

	SecretLifetimes(Clock clock) {
		this.clock = clock;
	}

	/**
	 * When a secret ends that is made now and lives so many months, to the second.
	 */
	public Instant endAfter(int months) {
		return plusMonths(now(), months);
	}

	/**
	 * The lives that the tenant's policy leaves, shortest first; empty when even the
	 * shortest is too long or secrets are not allowed.
	 */
	public List<Life> offered(CredentialPolicy policy) {
		return MONTHS.stream()
			.map((months) -> new Life(months, endAfter(months), months == RECOMMENDED_MONTHS))
			.filter((life) -> problem(null, life.end(), policy).isEmpty())
			.toList();
	}

	/**
	 * The end of the longest secret that the policy allows, if it sets a limit.
	 */
	public Optional<Instant> latestEnd(CredentialPolicy policy) {
		return Optional.ofNullable(policy.longestSecret()).map((longest) -> now().plus(longest));
	}

	/**
	 * What is wrong with a life.
	 * @param start null for the moment the secret is made
	 */
	public Optional<Problem> problem(@Nullable Instant start, Instant end, CredentialPolicy policy) {
		Instant now = now();
		Instant begin = (start != null) ? start : now;
		Duration longest = policy.longestSecret();
		if (!policy.secretsAllowed()) {
			return Optional.of(Problem.FORBIDDEN_BY_POLICY);
		}
		if (begin.isBefore(now.minus(LATE_START))) {
			return Optional.of(Problem.STARTS_IN_THE_PAST);
		}
		if (!end.isAfter(begin)) {
			return Optional.of(Problem.ENDS_BEFORE_START);
		}
		if (!end.isAfter(now)) {
			return Optional.of(Problem.ENDS_IN_THE_PAST);
		}
		if (longest != null && Duration.between(begin, end).compareTo(longest) > 0) {
			return Optional.of(Problem.LONGER_THAN_POLICY);
		}
		if (end.isAfter(plusMonths(begin, LONGEST_MONTHS).plus(1, ChronoUnit.DAYS))) {
			return Optional.of(Problem.LONGER_THAN_TWO_YEARS);
		}
		return Optional.empty();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	private static Instant plusMonths(Instant instant, int months) {
		return instant.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
	}

	/**
	 * A life on offer.
	 *
	 * @param end when a secret ends that is made now
	 */
	public record Life(int months, Instant end, boolean recommended) {
	}

	/**
	 * Why a life cannot be had. Message {@code credentials.lifetime.<PROBLEM>} says it
	 * with the way out.
	 */
	public enum Problem {

		FORBIDDEN_BY_POLICY, STARTS_IN_THE_PAST, ENDS_IN_THE_PAST, ENDS_BEFORE_START, LONGER_THAN_POLICY,
		LONGER_THAN_TWO_YEARS;

		/**
		 * Key of the message.
		 */
		public String message() {
			return "credentials.lifetime." + name();
		}

	}

}
