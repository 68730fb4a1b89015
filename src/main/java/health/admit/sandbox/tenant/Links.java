package health.admit.sandbox.tenant;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.node.ObjectNode;

/**
 * Which other objects a document points to, for the reverse index.
 */
final class Links {

	/** Object ids of the owners of an application or service principal. */
	static final String OWNERS = "_owners";

	private static final List<String> GRANT_MEMBERS = List.of("clientId", "resourceId", "principalId");

	private Links() {
	}

	static Set<UUID> of(Kind kind, ObjectNode document) {
		Set<UUID> ids = new LinkedHashSet<>();
		switch (kind) {
			case APPLICATION, SERVICE_PRINCIPAL ->
				Json.texts(document, OWNERS).forEach((owner) -> ids.add(UUID.fromString(owner)));
			case GRANT, ROLE_ASSIGNMENT -> GRANT_MEMBERS.forEach((member) -> {
				String id = Json.text(document, member);
				if (id != null) {
					ids.add(UUID.fromString(id));
				}
			});
			case GROUP -> Json.texts(document, Groups.MEMBERS).forEach((member) -> ids.add(UUID.fromString(member)));
			case AZURE_ROLE_ASSIGNMENT -> ids.add(UUID.fromString(document.path("principalId").asString()));
			default -> {
			}
		}
		return ids;
	}

}
