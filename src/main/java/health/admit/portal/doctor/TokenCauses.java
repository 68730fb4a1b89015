package health.admit.portal.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What in a token makes a FHIR or DICOM service refuse it.
 */
final class TokenCauses {

	/** Services allow clocks to differ by this much. */
	private static final Duration SKEW = Duration.ofMinutes(5);

	/** Graph and Azure, to which most wrong tokens are addressed. */
	private static final Set<String> OTHERS = Set.of("00000003-0000-0000-c000-000000000000",
			"https://graph.microsoft.com", "https://graph.microsoft.us", "https://dod-graph.microsoft.us",
			"https://microsoftgraph.chinacloudapi.cn", "https://graph.windows.net",
			"00000002-0000-0000-c000-000000000000", "https://management.azure.com",
			"https://management.core.windows.net", "https://management.usgovcloudapi.net",
			"797f4846-ba00-4fd7-ba43-dac1f8f63013");

	private static final String RETIRED = "https://azurehealthcareapis.com";

	/** Audiences of the retired service, which no service of today takes by default. */
	private static final Set<String> OLD = Set.of(RETIRED, "https://fhir.azurehealthcareapis.com");

	private TokenCauses() {
	}

	static List<Diagnosis> diagnose(TokenClaims token, Trust trust, Instant now) {
		List<Diagnosis> found = new ArrayList<>();
		add(found, token.idToken() ? Cause.ID_TOKEN_SENT : null, token, trust);
		add(found, tenant(token, trust), token, trust);
		add(found, token.idToken() ? null : audience(token, trust), token, trust);
		add(found, time(token, now), token, trust);
		return found;
	}

	/** Whether only a service that was set up for it takes a token for this audience. */
	static boolean isForOldAudience(TokenClaims token) {
		return !token.audiences().isEmpty() && RETIRED.equals(plain(token.audiences().get(0)));
	}

	private static @Nullable Cause tenant(TokenClaims token, Trust trust) {
		boolean own = trust.takes(token.tenantId().orElse(null)) && isOf(token.issuer(), token.tenant());
		return own ? null : Cause.ISSUER_WRONG;
	}

	/** Entra writes the tenant into the issuer; a token that differs is not Entra's. */
	private static boolean isOf(@Nullable String issuer, @Nullable String tenant) {
		return issuer == null || tenant == null
				|| issuer.toLowerCase(Locale.ROOT).contains("/" + tenant.toLowerCase(Locale.ROOT));
	}

	private static @Nullable Cause audience(TokenClaims token, Trust trust) {
		String audience = token.audiences().isEmpty() ? "" : token.audiences().get(0);
		boolean taken = token.audiences().stream().anyMatch(trust::takes);
		if (!trust.audiences().isEmpty() && taken) {
			return null;
		}
		if (OTHERS.contains(plain(audience))) {
			return Cause.TOKEN_FOR_OTHER_API;
		}
		if (trust.audiences().isEmpty()) {
			return audience.isEmpty() ? Cause.AUDIENCE_WRONG : null;
		}
		if (OLD.contains(plain(audience))) {
			return Cause.OLD_AUDIENCE;
		}
		return trust.isOwnApi() ? Cause.OWN_SERVER_AUDIENCE : Cause.AUDIENCE_WRONG;
	}

	private static @Nullable Cause time(TokenClaims token, Instant now) {
		Instant expires = token.expires();
		if (expires != null && !expires.isAfter(now)) {
			return Cause.TOKEN_ENDED;
		}
		Instant from = token.notBefore();
		return (from != null && from.isAfter(now.plus(SKEW))) ? Cause.TOKEN_NOT_YET_VALID : null;
	}

	private static void add(List<Diagnosis> found, @Nullable Cause cause, TokenClaims token, Trust trust) {
		if (cause != null) {
			found.add(new Diagnosis(cause, null, subjects(token, trust)));
		}
	}

	private static Map<Subject, String> subjects(TokenClaims token, Trust trust) {
		Map<Subject, String> subjects = new EnumMap<>(Subject.class);
		put(subjects, Subject.AUDIENCE, token.audiences().isEmpty() ? null : token.audiences().get(0));
		put(subjects, Subject.WANTED_AUDIENCE, trust.audiences().isEmpty() ? null : trust.audiences().get(0));
		put(subjects, Subject.CLIENT, token.appId());
		put(subjects, Subject.PRINCIPAL, token.objectId());
		put(subjects, Subject.ISSUER, token.issuer());
		put(subjects, Subject.TENANT, (trust.tenant() != null) ? trust.tenant().toString() : null);
		return subjects;
	}

	private static void put(Map<Subject, String> subjects, Subject subject, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			subjects.put(subject, (text.length() > Diagnosis.LONGEST) ? text.substring(0, Diagnosis.LONGEST) : text);
		}
	}

	private static String plain(String audience) {
		String lower = audience.toLowerCase(Locale.ROOT);
		return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
	}

}
