package health.admit.portal.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.directory.ResourceApi;

/**
 * Looks at a registration for what a diagnosis says is wrong with it.
 */
final class RegistrationChecks {

	private static final Set<Cause> SECRETS = Set.of(Cause.WRONG_SECRET, Cause.SECRET_ENDED, Cause.CLIENT_NOT_PROVEN);

	private RegistrationChecks() {
	}

	static List<Check> of(Registration registration, List<Diagnosis> diagnoses, Instant now) {
		List<Check> checks = new ArrayList<>();
		checks.add(known(registration));
		registration.application().ifPresent((application) -> {
			for (Diagnosis diagnosis : diagnoses) {
				checks.addAll(of(application, diagnosis, now));
			}
			checks.addAll(apis(registration, application));
		});
		if (registration.application().isPresent() && registration.principal().isEmpty()) {
			checks.add(Check.bad("principal.missing"));
		}
		return checks;
	}

	private static Check known(Registration registration) {
		if (registration.application().isPresent()) {
			return Check.good("known");
		}
		return registration.principal().isPresent() ? Check.note("known.foreign")
				: Check.bad("known.not", registration.appId().toString());
	}

	private static List<Check> of(ApplicationRecord application, Diagnosis diagnosis, Instant now) {
		if (SECRETS.contains(diagnosis.cause())) {
			return secrets(application, now);
		}
		return switch (diagnosis.cause()) {
			case REDIRECT_URI_UNKNOWN -> redirect(application, diagnosis.subject(Subject.REDIRECT_URI).orElse(""));
			case CERTIFICATE_UNKNOWN ->
				certificate(application, diagnosis.subject(Subject.CERTIFICATE).orElse(""), now);
			default -> List.of();
		};
	}

	private static List<Check> secrets(ApplicationRecord application, Instant now) {
		List<String> usable = application.secrets()
			.stream()
			.filter((secret) -> secret.end() == null || secret.end().isAfter(now))
			.map((secret) -> Objects.requireNonNullElse(secret.hint(), "?") + "…")
			.toList();
		return List.of(usable.isEmpty() ? Check.bad("secrets.none", String.valueOf(application.secrets().size()))
				: Check.note("secrets", String.join(", ", usable)));
	}

	private static List<Check> redirect(ApplicationRecord application, String wanted) {
		if (wanted.isEmpty()) {
			return List.of();
		}
		Map<String, List<String>> platforms = platforms(application.redirectUris());
		for (Map.Entry<String, List<String>> platform : platforms.entrySet()) {
			if (platform.getValue().contains(wanted)) {
				return List.of(Check.note("redirect." + platform.getKey(), wanted));
			}
		}
		return platforms.values()
			.stream()
			.flatMap(List::stream)
			.filter((uri) -> loose(uri).equals(loose(wanted)))
			.findFirst()
			.map((near) -> List.of(Check.bad("redirect.near", wanted, near)))
			.orElse(List.of(Check.bad("redirect.none", wanted)));
	}

	private static Map<String, List<String>> platforms(RedirectUris uris) {
		return Map.of("web", uris.web(), "singlePage", uris.singlePage(), "publicClient", uris.publicClient());
	}

	/** What people overlook: case, a slash at the end, http in place of https. */
	private static String loose(String uri) {
		return uri.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("/$", "");
	}

	private static List<Check> certificate(ApplicationRecord application, String thumbprint, Instant now) {
		if (thumbprint.isEmpty()) {
			return List.of();
		}
		return application.certificates()
			.stream()
			.filter((candidate) -> thumbprint.equalsIgnoreCase(candidate.thumbprint()))
			.findFirst()
			.map((found) -> List.of((found.end() == null || found.end().isAfter(now))
					? Check.note("certificate.there", thumbprint) : Check.bad("certificate.ended", thumbprint)))
			.orElse(List.of(Check.bad("certificate.none", thumbprint)));
	}

	private static List<Check> apis(Registration registration, ApplicationRecord application) {
		List<Check> checks = new ArrayList<>();
		for (RequiredApi required : application.requiredApis()) {
			ResourceApi api = registration.apis().get(required.resourceAppId());
			if (api == null) {
				checks.add(Check.bad("api.missing", required.resourceAppId().toString()));
			}
			else {
				checks.addAll(consent(registration, required, api));
			}
		}
		if (application.requiredApis().isEmpty()) {
			checks.add(Check.note("api.nothing"));
		}
		return checks;
	}

	private static List<Check> consent(Registration registration, RequiredApi required, ResourceApi api) {
		List<String> requested = Permissions.scopes(registration, required);
		Stream<Check> scopes = requested.isEmpty() ? Stream.of()
				: Stream.of(registration.granted()
					.map((granted) -> scopes(requested, granted.getOrDefault(api.appId(), List.of()), api))
					.orElseGet(() -> Check.note("consent.unread", api.displayName())));
		List<UUID> held = registration.appRoles()
			.stream()
			.filter((grant) -> grant.resourcePrincipal().equals(api.objectId()))
			.map((grant) -> grant.appRole())
			.toList();
		List<String> lacking = api.appRoles()
			.stream()
			.filter((role) -> required.appRoles().contains(role.id()) && !held.contains(role.id()))
			.map((role) -> role.value())
			.toList();
		Stream<Check> roles = lacking.isEmpty() ? Stream.of()
				: Stream.of(Check.bad("roles.lacking", String.join(", ", lacking), api.displayName()));
		return Stream.concat(scopes, roles).toList();
	}

	private static Check scopes(List<String> requested, List<String> granted, ResourceApi api) {
		List<String> lacking = requested.stream().filter((scope) -> !granted.contains(scope)).toList();
		return lacking.isEmpty() ? Check.good("consent", String.join(", ", requested), api.displayName())
				: Check.bad("consent.lacking", String.join(", ", lacking), api.displayName());
	}

}
