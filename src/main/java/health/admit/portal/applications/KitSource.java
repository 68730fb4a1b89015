package health.admit.portal.applications;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.access.HeldRole;
import health.admit.portal.azure.HealthService;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthAddress;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.ApplicationPermission;
import health.admit.portal.directory.ApplicationRecord;
import health.admit.portal.directory.DelegatedPermission;
import health.admit.portal.directory.FederatedCredential;
import health.admit.portal.directory.RedirectUris;
import health.admit.portal.directory.RequiredApi;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.directory.SecretSummary;
import health.admit.portal.kits.KitCertificate;
import health.admit.portal.kits.KitClient;
import health.admit.portal.kits.KitFederation;
import health.admit.portal.kits.KitPermission;
import health.admit.portal.kits.KitRemarks;
import health.admit.portal.kits.KitRole;
import health.admit.portal.kits.KitSecret;
import health.admit.portal.kits.KitService;
import health.admit.portal.kits.RoleHolder;
import health.admit.portal.kits.SignInKind;
import org.jspecify.annotations.Nullable;

/**
 * Describes an application of the directory to the maker of client kits. Pure.
 *
 * @param principal object id of its service principal; null where it has none
 * @param certificate the one that ends last; null where it has none
 * @param apis what it asks for permissions of, as far as it is in this tenant
 * @param services those the kit is made out to
 */
record KitSource(Cloud cloud, ApplicationRecord application, @Nullable UUID principal, SignInKind way,
		@Nullable KitCertificate certificate, List<FederatedCredential> federations, Map<UUID, ResourceApi> apis,
		Consents consents, AzureSight azure, List<HealthService> services) {

	private static final Comparator<SecretSummary> LAST_TO_END = Comparator.comparing(SecretSummary::end,
			Comparator.nullsFirst(Comparator.naturalOrder()));

	KitClient client() {
		return new KitClient(this.cloud, this.application.displayName(),
				new KitRemarks(this.application.description(), this.application.notes(),
						this.application.serviceManagementReference()),
				this.application.appId(), this.application.objectId(), this.principal, this.application.uniqueName(),
				this.application.signInAudience(), this.way,
				Boolean.TRUE.equals(this.application.fallbackPublicClient()), redirectUris(), secret(),
				this.way.withCertificate() ? this.certificate : null, kitFederations(), kitServices(), permissions());
	}

	private List<String> redirectUris() {
		RedirectUris uris = this.application.redirectUris();
		return switch (this.way) {
			case APP_WITH_SECRET, APP_WITH_CERTIFICATE, APP_WITH_FEDERATION, WEB_WITH_SECRET, WEB_WITH_CERTIFICATE ->
				uris.web();
			case SINGLE_PAGE -> uris.singlePage();
			case DESKTOP, DEVICE_CODE -> uris.publicClient();
		};
	}

	private @Nullable KitSecret secret() {
		boolean used = this.way == SignInKind.APP_WITH_SECRET || this.way == SignInKind.WEB_WITH_SECRET;
		return used ? this.application.secrets()
			.stream()
			.max(LAST_TO_END)
			.map((secret) -> new KitSecret((secret.displayName() != null) ? secret.displayName() : "", secret.end()))
			.orElse(null) : null;
	}

	private List<KitFederation> kitFederations() {
		return (this.way == SignInKind.APP_WITH_FEDERATION) ? this.federations.stream()
			.map((trust) -> new KitFederation(trust.name(), trust.issuer(), trust.subject(), trust.audience(),
					trust.description()))
			.toList() : List.of();
	}

	/**
	 * Those that were chosen; where none was, one without an address for each health API
	 * it asks for.
	 */
	private List<KitService> kitServices() {
		if (!this.services.isEmpty()) {
			return this.services.stream().map(this::kitService).toList();
		}
		return Arrays.stream(HealthApi.values())
			.filter((api) -> this.application.requiredApis()
				.stream()
				.anyMatch((required) -> required.resourceAppId().equals(api.appId())))
			.map(KitService::unnamed)
			.toList();
	}

	private KitService kitService(HealthService service) {
		KitService unnamed = KitService.unnamed(service.api());
		URI address = address(service).orElse(unnamed.address());
		return new KitService(service.api(), service.name(), address,
				service.audience()
					.orElseGet(() -> unnamed.audience().replace(unnamed.address().toString(), address.toString())),
				service.api().usualScope(), service.id().text(), role(service));
	}

	/**
	 * An address that Azure does not name itself counts only when it is one of a service.
	 */
	private Optional<URI> address(HealthService service) {
		if (service.url() != null) {
			return Optional.of(service.url());
		}
		return service.likelyUrl()
			.flatMap((likely) -> HealthAddress.of(this.cloud, likely.toString()).accepted())
			.map(HealthAddress.Accepted::base);
	}

	/** Who acts for people needs no role; which of them has one is not known here. */
	private @Nullable KitRole role(HealthService service) {
		if (this.principal == null || !this.way.unattended()) {
			return null;
		}
		return this.azure.role(service)
			.map((held) -> new KitRole(held.roleName(), held.assignment().role(),
					held.throughGroup() ? RoleHolder.GROUP : RoleHolder.CLIENT, held.assignment().principal(),
					assignment(held, service)))
			.orElse(null);
	}

	private static @Nullable String assignment(HeldRole held, HealthService service) {
		return held.assignment().isOn(service.id()) ? held.assignment().id() : null;
	}

	private List<KitPermission> permissions() {
		List<KitPermission> permissions = new ArrayList<>();
		for (RequiredApi required : this.application.requiredApis()) {
			required.scopes().forEach((id) -> permissions.add(scope(required.resourceAppId(), id)));
			required.appRoles().forEach((id) -> permissions.add(role(required.resourceAppId(), id)));
		}
		return permissions;
	}

	private KitPermission scope(UUID api, UUID id) {
		Optional<String> value = Optional.ofNullable(this.apis.get(api))
			.flatMap((found) -> found.scopes().stream().filter((scope) -> scope.id().equals(id)).findFirst())
			.map(DelegatedPermission::value);
		return new KitPermission(api, id, value.orElse(id.toString()), KitPermission.Type.SCOPE,
				value.filter((known) -> this.consents.toScope(api, known)).isPresent());
	}

	private KitPermission role(UUID api, UUID id) {
		String value = Optional.ofNullable(this.apis.get(api))
			.flatMap((found) -> found.appRoles().stream().filter((role) -> role.id().equals(id)).findFirst())
			.map(ApplicationPermission::value)
			.orElse(id.toString());
		return new KitPermission(api, id, value, KitPermission.Type.ROLE, this.consents.toRole(api, id));
	}

}
