package health.admit.sandbox.tenant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Service principals with what they take over from their application.
 */
@Component
public class ServicePrincipals {

	private final Store store;

	private final Organisation organisation;

	private final Catalogue catalogue;

	ServicePrincipals(Store store, Organisation organisation, Catalogue catalogue) {
		this.store = store;
		this.organisation = organisation;
		this.catalogue = catalogue;
	}

	/** The whole document of a service principal. */
	public ObjectNode describe(Item principal) {
		ObjectNode document = principal.json();
		UUID appId = principal.appId();
		if (appId != null) {
			this.store.byAppId(Kind.APPLICATION, appId)
				.ifPresent((application) -> takeOver(document, application.json()));
		}
		return document;
	}

	/** The display name, which is the application's own where that is of this tenant. */
	public String name(Item principal) {
		UUID appId = principal.appId();
		return (appId == null) ? principal.name()
				: this.store.byAppId(Kind.APPLICATION, appId).map(Item::name).orElse(principal.name());
	}

	/**
	 * The document of a new service principal: empty when no such application exists in
	 * the tenant or among Microsoft's own.
	 * @param copy where the application of this tenant is looked for
	 */
	public Optional<ObjectNode> draft(UUID appId, Copy copy) {
		return this.store.liveByAppId(Kind.APPLICATION, appId, copy)
			.map((application) -> Json.object().put("appId", appId.toString()))
			.or(() -> this.catalogue.principal(appId));
	}

	/** Whether the application is of this tenant and lives. */
	public boolean isOwn(UUID appId) {
		return this.store.liveByAppId(Kind.APPLICATION, appId, Copy.MASTER).isPresent();
	}

	private void takeOver(ObjectNode principal, ObjectNode application) {
		String name = Json.text(application, "displayName");
		principal.put("displayName", name)
			.put("appDisplayName", name)
			.put("appOwnerOrganizationId", this.organisation.tenantId().toString())
			.put("signInAudience", Json.text(application, "signInAudience"));
		copy(application, "description", principal, "appDescription");
		copy(application.path("web"), "homePageUrl", principal, "homepage");
		copy(application.path("web"), "logoutUrl", principal, "logoutUrl");
		copy(application, "appRoles", principal, "appRoles");
		copy(application.path("api"), "oauth2PermissionScopes", principal, "oauth2PermissionScopes");
		principal.set("replyUrls", strings(replyUrls(application)));
		Set<String> names = new LinkedHashSet<>();
		names.add(application.path("appId").asString());
		names.addAll(Json.texts(application, "identifierUris"));
		names.addAll(Json.texts(principal, "servicePrincipalNames"));
		principal.set("servicePrincipalNames", strings(names));
		Set<String> tags = new LinkedHashSet<>(Json.texts(application, "tags"));
		tags.addAll(Json.texts(principal, "tags"));
		principal.set("tags", strings(tags));
	}

	private static List<String> replyUrls(ObjectNode application) {
		List<String> urls = new ArrayList<>(Json.texts(application, "web/redirectUris"));
		urls.addAll(Json.texts(application, "spa/redirectUris"));
		urls.addAll(Json.texts(application, "publicClient/redirectUris"));
		return urls;
	}

	private static void copy(JsonNode from, String member, ObjectNode to, String as) {
		JsonNode value = from.path(member);
		if (!value.isMissingNode() && !value.isNull()) {
			to.set(as, value);
		}
	}

	private static ArrayNode strings(Iterable<String> values) {
		ArrayNode array = Json.array();
		values.forEach(array::add);
		return array;
	}

}
