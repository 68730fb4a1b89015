package health.admit.portal.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.graph.models.AppCredentialRestrictionType;
import com.microsoft.graph.models.AppKeyCredentialRestrictionType;
import com.microsoft.graph.models.AppManagementApplicationConfiguration;
import com.microsoft.graph.models.AppManagementRestrictionState;
import com.microsoft.graph.models.KeyCredentialConfiguration;
import com.microsoft.graph.models.PasswordCredentialConfiguration;
import com.microsoft.graph.models.TenantAppManagementPolicy;
import com.microsoft.kiota.PeriodAndDuration;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant's default policy means for an application that is made now.
 */
final class PolicyMapper {

	static final String[] POLICY = { "isEnabled", "applicationRestrictions" };

	private PolicyMapper() {
	}

	static CredentialPolicy policy(@Nullable TenantAppManagementPolicy answer, Instant now) {
		TenantAppManagementPolicy policy = MalformedAnswer.require(answer, "body");
		AppManagementApplicationConfiguration restrictions = policy.getApplicationRestrictions();
		if (!Boolean.TRUE.equals(policy.getIsEnabled()) || restrictions == null) {
			return new CredentialPolicy(true, true, null, null);
		}
		List<PasswordCredentialConfiguration> secrets = Fields
			.list(restrictions.getPasswordCredentials(), (rule) -> rule)
			.stream()
			.filter((rule) -> holds(rule.getState(), rule.getRestrictForAppsCreatedAfterDateTime(), now))
			.toList();
		List<KeyCredentialConfiguration> keys = Fields.list(restrictions.getKeyCredentials(), (rule) -> rule)
			.stream()
			.filter((rule) -> holds(rule.getState(), rule.getRestrictForAppsCreatedAfterDateTime(), now))
			.toList();
		return new CredentialPolicy(true,
				secrets.stream()
					.noneMatch((rule) -> rule.getRestrictionType() == AppCredentialRestrictionType.PasswordAddition),
				shortest(secrets.stream()
					.filter((rule) -> rule.getRestrictionType() == AppCredentialRestrictionType.PasswordLifetime)
					.map(PasswordCredentialConfiguration::getMaxLifetime)),
				shortest(keys.stream()
					.filter((
							rule) -> rule.getRestrictionType() == AppKeyCredentialRestrictionType.AsymmetricKeyLifetime)
					.map(KeyCredentialConfiguration::getMaxLifetime)));
	}

	private static boolean holds(@Nullable AppManagementRestrictionState state, @Nullable OffsetDateTime createdAfter,
			Instant now) {
		return state != AppManagementRestrictionState.Disabled
				&& (createdAfter == null || !createdAfter.toInstant().isAfter(now));
	}

	private static @Nullable Duration shortest(Stream<@Nullable PeriodAndDuration> lifetimes) {
		return lifetimes.flatMap(Stream::ofNullable).map(PolicyMapper::duration).min(Duration::compareTo).orElse(null);
	}

	/**
	 * Policies are written in days; where one names months or years, the shortest such
	 * span is taken, so that nothing is offered that would be refused.
	 */
	private static Duration duration(PeriodAndDuration lifetime) {
		long days = lifetime.getPeriod().getDays() + 28L * lifetime.getPeriod().getMonths()
				+ 365L * lifetime.getPeriod().getYears();
		return Duration.ofDays(days).plus(lifetime.getDuration());
	}

}
