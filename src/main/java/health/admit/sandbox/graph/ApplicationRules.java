package health.admit.sandbox.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The rules for the properties of an application, checked on the document as it would be
 * after a write.
 */
@Component
class ApplicationRules {

	private static final String RESOURCE = "Application";

	private static final Set<String> AUDIENCES = Set.of("AzureADMyOrg", "AzureADMultipleOrgs",
			"AzureADandPersonalMicrosoftAccount", "PersonalMicrosoftAccount");

	private static final int LONGEST_NAME = 120;

	private static final int LONGEST_TEXT = 1024;

	private static final int LONGEST_TAG = 256;

	private static final int MOST_APIS = 50;

	private static final int MOST_PERMISSIONS = 400;

	private final Store store;

	private final IdentifierUriRules identifierUris;

	ApplicationRules(Store store, IdentifierUriRules identifierUris) {
		this.store = store;
		this.identifierUris = identifierUris;
	}

	/**
	 * Refuses a document that Graph would refuse.
	 * @param before the document before the write; empty for a new application
	 */
	void check(ObjectNode before, ObjectNode after) {
		checkTexts(after);
		checkAudience(after);
		checkTags(after);
		RedirectUriRules.check(before, after, isPersonal(after));
		checkRequiredAccess(after);
		Entitlements.check(before, after);
		this.identifierUris.check(before, after, (uri) -> takenByOther(uri, after));
	}

	/** Whether personal Microsoft accounts can sign in. */
	static boolean isPersonal(ObjectNode application) {
		String audience = Json.text(application, "signInAudience");
		return audience != null && audience.contains("Personal");
	}

	private boolean takenByOther(String uri, ObjectNode application) {
		Optional<UUID> holder = this.store.appIdNamed(uri);
		return holder.isPresent() && !holder.get().equals(Ids.parse(Json.text(application, "appId")));
	}

	private static void checkTexts(ObjectNode application) {
		String name = Json.text(application, "displayName");
		if (name == null || name.isBlank()) {
			throw GraphProblem.invalidValue("displayName", RESOURCE);
		}
		if (name.length() > LONGEST_NAME) {
			throw tooLong("displayName", LONGEST_NAME);
		}
		longest(application, "description", LONGEST_TEXT);
		longest(application, "notes", LONGEST_TEXT);
		String unique = Json.text(application, "uniqueName");
		if (unique != null && (unique.isBlank() || unique.length() > 128)) {
			throw GraphProblem.invalidValue("uniqueName", RESOURCE);
		}
	}

	private static void longest(ObjectNode application, String property, int length) {
		String text = Json.text(application, property);
		if (text != null && text.length() > length) {
			throw tooLong(property, length);
		}
	}

	private static void checkAudience(ObjectNode application) {
		@Nullable String audience = Json.text(application, "signInAudience");
		if (audience != null && !AUDIENCES.contains(audience)) {
			throw GraphProblem.invalidValue("signInAudience", RESOURCE);
		}
		if (isPersonal(application) && application.at("/api/requestedAccessTokenVersion").asInt(1) != 2) {
			throw GraphProblem.badProperty("InvalidValue", "signInAudience",
					"Application must accept Access Token Version 2 to be updated to audience '" + audience + "'.");
		}
		int version = application.at("/api/requestedAccessTokenVersion").asInt(1);
		if (version != 1 && version != 2) {
			throw GraphProblem.invalidValue("api/requestedAccessTokenVersion", RESOURCE);
		}
	}

	private static void checkTags(ObjectNode application) {
		List<String> tags = Json.texts(application, "tags");
		boolean fine = tags.stream().allMatch((tag) -> !tag.isBlank() && tag.length() <= LONGEST_TAG);
		if (!fine || Set.copyOf(tags).size() != tags.size()) {
			throw GraphProblem.invalidValue("tags", RESOURCE);
		}
	}

	private static void checkRequiredAccess(ObjectNode application) {
		List<ObjectNode> apis = Json.objects(application, "requiredResourceAccess");
		int permissions = 0;
		for (ObjectNode api : apis) {
			List<ObjectNode> accesses = Json.objects(api, "resourceAccess");
			permissions += accesses.size();
			boolean fine = Ids.parse(Json.text(api, "resourceAppId")) != null && !accesses.isEmpty()
					&& accesses.stream().allMatch(ApplicationRules::isAccess);
			if (!fine) {
				throw GraphProblem.invalidValue("requiredResourceAccess", RESOURCE);
			}
		}
		long different = apis.stream().map((api) -> Json.text(api, "resourceAppId")).distinct().count();
		if (different != apis.size() || apis.size() > MOST_APIS || permissions > MOST_PERMISSIONS) {
			throw GraphProblem.invalidValue("requiredResourceAccess", RESOURCE);
		}
	}

	private static boolean isAccess(ObjectNode access) {
		return Json.text(access, "id") != null && Set.of("Scope", "Role").contains(access.path("type").asString(""));
	}

	private static GraphProblem tooLong(String property, int length) {
		return GraphProblem.badProperty("InvalidLength", property, "Invalid value specified for property '" + property
				+ "' of resource '" + RESOURCE + "'. The value must not be longer than " + length + " characters.");
	}

}
