package health.admit.portal.doctor;

import java.nio.CharBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.directory.DirectoryRefused;
import health.admit.portal.directory.DirectoryUnavailable;
import health.admit.portal.signin.Delegation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Recognises what was pasted, explains it, and looks at the client concerned.
 */
@Component
class Examinations {

	/** What a comparison with the token says more exactly. */
	private static final Set<Cause> VAGUE = EnumSet.of(Cause.AUDIENCE_WRONG, Cause.OWN_SERVER_AUDIENCE,
			Cause.TOKEN_REFUSED, Cause.ISSUER_WRONG, Cause.TOKEN_ENDED, Cause.TOKEN_NOT_YET_VALID, Cause.TOKEN_MISSING);

	private final TokenReader tokens;

	private final Registrations registrations;

	private final AzureRoles roles;

	private final Cloud cloud;

	private final Clock clock;

	Examinations(TokenReader tokens, Registrations registrations, AzureRoles roles, Cloud cloud, Clock clock) {
		this.tokens = tokens;
		this.registrations = registrations;
		this.roles = roles;
		this.cloud = cloud;
		this.clock = clock;
	}

	Examination of(Paste paste, Delegation delegation) {
		TokenReading token = token(paste.tokens());
		TokenClaims claims = (token != null) ? token.decoded().map(TokenReading.Decoded::claims).orElse(null) : null;
		Optional<Diagnosis> told = Explanations.ofText(paste.rest());
		List<Diagnosis> diagnoses = diagnoses(paste, claims, told);
		AskedId asked = AskedId.of(claims, diagnoses, paste.rest()).orElse(null);
		Kind kind = kind(token, told, asked);
		if (asked == null) {
			return new Examination(kind, diagnoses, token, null, List.of(), false);
		}
		try {
			Registration registration = this.registrations.find(delegation, asked.id());
			return (registration.isKnown() || !asked.mayBeNoClient()) ? withRegistration(kind, diagnoses, token, claims,
					asked, registration, told.isPresent(), delegation)
					: new Examination(kind, diagnoses, token, null, List.of(), false);
		}
		catch (DirectoryRefused | DirectoryUnavailable ex) {
			return new Examination(kind, diagnoses, token, null, List.of(), true);
		}
	}

	private Examination withRegistration(Kind kind, List<Diagnosis> diagnoses, @Nullable TokenReading token,
			@Nullable TokenClaims claims, AskedId asked, Registration registration, boolean answered,
			Delegation delegation) {
		List<Diagnosis> all = new ArrayList<>(diagnoses);
		if (claims != null && TokenChecks.isReplaced(claims, registration)) {
			all.add(0, new Diagnosis(Cause.PRINCIPAL_REPLACED, null, ServiceCauses.named(claims)));
		}
		List<Check> checks = new ArrayList<>(asked.check(registration).stream().toList());
		checks.addAll(RegistrationChecks.of(registration, all, now()));
		if (claims != null) {
			checks.addAll(TokenChecks.of(claims, registration, answered, this.cloud.tenant(), now()));
			checks.addAll(this.roles.of(claims, delegation));
		}
		return new Examination(kind, all, token, registration, checks, false);
	}

	/** Of several tokens, the one to call a service with. */
	private @Nullable TokenReading token(List<CharBuffer> pasted) {
		TokenReading best = null;
		for (CharBuffer candidate : pasted) {
			TokenReading reading = this.tokens.read(candidate);
			if (rank(reading) > ((best != null) ? rank(best) : -1)) {
				best = reading;
			}
		}
		return best;
	}

	private static int rank(TokenReading reading) {
		return reading.decoded().map((decoded) -> decoded.claims().idToken() ? 1 : 2).orElse(0);
	}

	private List<Diagnosis> diagnoses(Paste paste, @Nullable TokenClaims claims, Optional<Diagnosis> told) {
		if (claims == null) {
			return told.stream().toList();
		}
		if (told.filter((diagnosis) -> diagnosis.cause() == Cause.ROLE_MISSING).isPresent()) {
			// The service has taken the token, whatever one might think of it.
			return List.of(ServiceCauses.sentBy(claims, told.get()));
		}
		Challenge challenge = ServiceAnswer.in(paste.rest()).challenge();
		Trust trust = (challenge != null) ? Trust.of(challenge) : Trust.unknown();
		List<Diagnosis> all = new ArrayList<>(Explanations.ofToken(claims, trust, now()));
		told.filter((diagnosis) -> all.isEmpty() || !VAGUE.contains(diagnosis.cause()))
			.filter((diagnosis) -> diagnosis.cause() != Cause.TOKEN_MISSING)
			.ifPresent((diagnosis) -> all.add(ServiceCauses.sentBy(claims, diagnosis)));
		return all;
	}

	private static Kind kind(@Nullable TokenReading token, Optional<Diagnosis> told, @Nullable AskedId asked) {
		if (token != null) {
			return told.isPresent() ? Kind.TOKEN_AND_ANSWER : Kind.TOKEN;
		}
		if (told.isPresent()) {
			String code = told.get().code();
			return (code != null && code.startsWith("AADSTS")) ? Kind.ENTRA : Kind.ANSWER;
		}
		return (asked != null) ? Kind.ID : Kind.UNKNOWN;
	}

	private Instant now() {
		return this.clock.instant();
	}

}
