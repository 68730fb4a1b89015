package health.admit.portal.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the page about a client secret asks.
 *
 * @param life a number of months, {@link #LONGEST} or {@link #CUSTOM}
 * @param start first day, for custom dates; empty for at once
 * @param end last day, for custom dates
 */
record SecretForm(
		@NotBlank(message = "{registration.credentials.secret.description.empty}") @Size(max = 60,
				message = "{registration.credentials.secret.description.long}") @Pattern(regexp = BasicsForm.LINE,
						message = "{registration.credentials.control}") @Nullable String description,
		@NotNull(message = "{registration.credentials.secret.life.empty}") @Pattern(regexp = "3|6|12|24|longest|custom",
				message = "{registration.credentials.secret.life.empty}") @Nullable String life,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate start,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate end) {

	/** As long as the tenant's policy allows. */
	static final String LONGEST = "longest";

	static final String CUSTOM = "custom";

	static SecretForm suggested(String clientName, String life) {
		String name = clientName.replaceAll("\\p{Cntrl}", "");
		return new SecretForm(name.substring(0, Math.min(name.length(), 60)), life, null, null);
	}

	static SecretForm from(CredentialChoice.Secret secret) {
		Integer months = secret.months();
		if (months != null) {
			return new SecretForm(secret.description(), months.toString(), null, null);
		}
		return new SecretForm(secret.description(), CUSTOM, day(secret.start()), day(secret.end()));
	}

	boolean custom() {
		return CUSTOM.equals(this.life);
	}

	boolean longest() {
		return LONGEST.equals(this.life);
	}

	int months() {
		return Integer.parseInt(String.valueOf(this.life));
	}

	/** The first day from its beginning; null for at once. */
	@Nullable Instant startsAt(LocalDate today) {
		return (this.start == null || this.start.equals(today)) ? null
				: this.start.atStartOfDay().toInstant(ZoneOffset.UTC);
	}

	/** The last day to its end. */
	@Nullable Instant endsAt() {
		return (this.end == null) ? null : this.end.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
	}

	private static @Nullable LocalDate day(@Nullable Instant instant) {
		return (instant != null) ? LocalDate.ofInstant(instant, ZoneOffset.UTC) : null;
	}

}
