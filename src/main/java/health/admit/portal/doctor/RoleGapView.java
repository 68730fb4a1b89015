package health.admit.portal.doctor;

import java.util.List;
import java.util.UUID;

import health.admit.portal.access.ClientTask;
import health.admit.portal.access.MissingRole;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.directory.ServicePrincipalRecord;
import org.jspecify.annotations.Nullable;

/**
 * How somebody gets the Azure role that is missing.
 *
 * @param page where the operator gives it; null where the operator may not, or the
 * registration is not here
 * @param command for whoever may assign it; null where it is not known what to assign to
 * whom
 */
record RoleGapView(@Nullable String page, @Nullable String command) {

	static RoleGapView of(Examination examination, @Nullable UUID application, Cloud cloud, boolean registrar) {
		MissingRole role = missing(examination, cloud);
		return new RoleGapView((registrar && application != null) ? role.page(application) : null,
				role.command(cloud).orElse(null));
	}

	private static MissingRole missing(Examination examination, Cloud cloud) {
		TokenReading reading = examination.token();
		TokenClaims claims = (reading != null) ? reading.decoded().map(TokenReading.Decoded::claims).orElse(null)
				: null;
		List<String> audiences = (claims != null) ? claims.audiences() : List.of();
		Target target = Target.of(audiences, cloud);
		String address = (target.address() != null) ? target.address().toString() : null;
		return (claims != null && !claims.isAppOnly())
				? new MissingRole(target.api(), address, ClientTask.READ, claims.principal().orElse(null),
						PrincipalType.USER)
				: new MissingRole(target.api(), address, ClientTask.READ, present(examination.registration()),
						PrincipalType.SERVICE_PRINCIPAL);
	}

	/** Not the one in the token, which may be gone. */
	private static @Nullable UUID present(@Nullable Registration registration) {
		return (registration != null) ? registration.principal().map(ServicePrincipalRecord::objectId).orElse(null)
				: null;
	}

}
