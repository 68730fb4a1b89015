package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.cloud.HealthApi;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.permissions.PermissionCatalogue;
import health.admit.portal.signin.CurrentOperator;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds the APIs a draft is about and turns ticks into a choice.
 */
@Component
class ApiOffers {

	private final PermissionCatalogue catalogue;

	private final CurrentOperator current;

	ApiOffers(PermissionCatalogue catalogue, CurrentOperator current) {
		this.catalogue = catalogue;
		this.current = current;
	}

	/**
	 * The APIs of the client's purpose, and those the admin added. One that has vanished
	 * from the tenant is left out.
	 */
	List<ApiOffer> offers(Draft draft, PermissionForm form) {
		Set<UUID> wanted = new LinkedHashSet<>();
		Basics basics = draft.content().basics();
		if (basics != null) {
			Arrays.stream(HealthApi.values())
				.filter(basics.purpose().apis()::contains)
				.map(HealthApi::appId)
				.forEach(wanted::add);
		}
		wanted.addAll(form.otherApis());
		return wanted.stream().limit(60).flatMap((appId) -> offer(appId).stream()).toList();
	}

	List<ServicePrincipalRecord> search(String text) {
		return this.catalogue.search(text, this.current.delegation());
	}

	private Optional<ApiOffer> offer(UUID appId) {
		Optional<ApiOffer> found = this.catalogue.api(appId, this.current.delegation()).map(ApiOffer::of);
		HealthApi health = ApiOffer.health(appId);
		return (found.isEmpty() && health != null) ? Optional.of(ApiOffer.missing(health)) : found;
	}

	/**
	 * What one would tick for this client: the usual scope of each of its health APIs,
	 * when users sign in to it; nothing for a client that only acts as itself.
	 */
	static List<PermissionPick> usual(Draft draft, List<ApiOffer> offers) {
		if (actsAsItself(draft.content().authentication())) {
			return List.of();
		}
		List<PermissionPick> picks = new ArrayList<>();
		for (ApiOffer offer : offers) {
			HealthApi health = offer.health();
			offer.scopes()
				.stream()
				.filter((scope) -> health != null && scope.value().equals(health.usualScope()))
				.map((scope) -> new PermissionPick(PermissionPick.Type.SCOPE, offer.appId(), scope.id()))
				.forEach(picks::add);
		}
		return picks;
	}

	/** Without a redirect URI nobody can sign in to a confidential client. */
	static boolean actsAsItself(@Nullable Authentication authentication) {
		return authentication != null && authentication.confidential() && authentication.redirectUris().web().isEmpty()
				&& authentication.redirectUris().singlePage().isEmpty()
				&& authentication.redirectUris().publicClient().isEmpty();
	}

	static PermissionChoice choice(PermissionForm form, List<ApiOffer> offers) {
		Set<PermissionPick> picked = form.picked();
		List<PermissionChoice.Api> apis = offers.stream()
			.map((offer) -> new PermissionChoice.Api(offer.appId(), offer.name(), !offer.inTenant(),
					scopes(offer, picked), roles(offer, picked)))
			.filter((api) -> !api.scopes().isEmpty() || !api.appRoles().isEmpty())
			.toList();
		return new PermissionChoice(apis, !apis.isEmpty() && form.wantsConsent());
	}

	private static List<PermissionChoice.Permission> scopes(ApiOffer offer, Set<PermissionPick> picked) {
		return offer.scopes()
			.stream()
			.filter((scope) -> picked
				.contains(new PermissionPick(PermissionPick.Type.SCOPE, offer.appId(), scope.id())))
			.map((scope) -> new PermissionChoice.Permission(scope.id(), scope.value(), scope.adminOnly()))
			.toList();
	}

	private static List<PermissionChoice.Permission> roles(ApiOffer offer, Set<PermissionPick> picked) {
		return offer.appRoles()
			.stream()
			.filter((role) -> picked.contains(new PermissionPick(PermissionPick.Type.ROLE, offer.appId(), role.id())))
			.map((role) -> new PermissionChoice.Permission(role.id(), role.value(), true))
			.toList();
	}

}
