package health.admit.portal.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.ServicePrincipalRecord;
import org.jspecify.annotations.Nullable;

/**
 * Compares a token with the registration of the client that sent it.
 */
final class TokenChecks {

	private TokenChecks() {
	}

	/**
	 * Compares.
	 * @param answered whether the service has already said what it makes of the audience
	 */
	static List<Check> of(TokenClaims token, Registration registration, boolean answered, UUID tenant, Instant now) {
		List<Check> checks = new ArrayList<>();
		checks.add(tenant(token, tenant));
		if (!answered && TokenCauses.isForOldAudience(token)) {
			checks.add(Check.note("audience.old", token.audiences().get(0)));
		}
		checks.add(principal(token, registration));
		registration.application().ifPresent((application) -> {
			proof(token, application, now).ifPresent(checks::add);
			checks.addAll(permissions(token, registration, application));
		});
		if (token.groups() > 0) {
			checks.add(Check.note("groups", String.valueOf(token.groups())));
		}
		return checks;
	}

	/** Whether the service principal was made anew after the token was issued. */
	static boolean isReplaced(TokenClaims token, Registration registration) {
		return token.isAppOnly() && token.principal().isPresent()
				&& registration.principal()
					.filter((principal) -> !principal.objectId().equals(token.principal().get()))
					.isPresent();
	}

	private static Check tenant(TokenClaims token, UUID tenant) {
		return token.tenantId().filter(tenant::equals).isPresent() ? Check.good("tenant")
				: Check.bad("tenant.other", (token.tenant() != null) ? token.tenant() : "", tenant.toString());
	}

	private static Check principal(TokenClaims token, Registration registration) {
		String objectId = (token.objectId() != null) ? token.objectId() : "";
		if (!token.isAppOnly()) {
			return Check.note("principal.user", objectId);
		}
		Optional<ServicePrincipalRecord> principal = registration.principal();
		if (principal.isEmpty()) {
			return Check.bad("principal.none", objectId);
		}
		return isReplaced(token, registration)
				? Check.bad("principal.other", objectId, principal.get().objectId().toString())
				: Check.good("principal", objectId);
	}

	private static Optional<Check> proof(TokenClaims token, ApplicationRecord application, Instant now) {
		long proof = (token.proof() != null) ? token.proof() : -1;
		if (proof == 0) {
			return Optional.of(Check.note("proof.public"));
		}
		if (proof == 1) {
			boolean usable = application.secrets().stream().anyMatch((secret) -> isAfter(secret.end(), now));
			return Optional.of(usable ? Check.good("proof.secret") : Check.bad("proof.secret.ended"));
		}
		boolean usable = application.certificates().stream().anyMatch((certificate) -> isAfter(certificate.end(), now));
		return (proof == 2)
				? Optional.of(usable ? Check.good("proof.certificate") : Check.note("proof.certificate.none"))
				: Optional.empty();
	}

	private static List<Check> permissions(TokenClaims token, Registration registration,
			ApplicationRecord application) {
		Permissions permissions = Permissions.of(registration, application, token.audiences());
		List<Check> checks = new ArrayList<>();
		if (permissions.api().isEmpty()) {
			checks.add(token.isAppOnly() ? Check.note("api.none.app") : Check.bad("api.none"));
			return checks;
		}
		if (token.isAppOnly()) {
			checks.add(token.roles().isEmpty() ? Check.note("roles.none")
					: Check.good("roles", String.join(", ", token.roles())));
			return checks;
		}
		List<String> missing = permissions.requested()
			.stream()
			.filter((scope) -> !token.scopes().contains(scope))
			.toList();
		checks.add(missing.isEmpty() ? Check.good("scopes", String.join(", ", token.scopes()))
				: Check.bad("scopes.missing", String.join(", ", missing), String.join(", ", token.scopes())));
		return checks;
	}

	private static boolean isAfter(@Nullable Instant end, Instant now) {
		return end == null || end.isAfter(now);
	}

}
