package health.admit.sandbox.graph;

import java.util.List;
import java.util.Set;

import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Organisation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The tenant and its domains.
 */
@Component
class OrganizationResource implements GraphResource {

	private final Organisation organisation;

	OrganizationResource(Organisation organisation) {
		this.organisation = organisation;
	}

	@Override
	public void register(Routes routes) {
		routes.get("/organization", this::organization)
			.get("/organization/{}", this::one)
			.get("/domains", this::domains)
			.get("/domains/{}", this::domain);
	}

	private GraphAnswer organization(GraphRequest request) {
		request.query().allow(Set.of("$select", "$top"));
		return list(request, "organization", List.of(document()));
	}

	private GraphAnswer one(GraphRequest request) {
		request.query().allow(Set.of("$select"));
		if (!request.key(0).value().equals(this.organisation.tenantId().toString())) {
			throw GraphProblem.notFound(request.key(0).value());
		}
		return entity(request, "organization", document());
	}

	private GraphAnswer domains(GraphRequest request) {
		request.query().allow(Set.of("$select", "$top"));
		return list(request, "domains", this.organisation.verifiedDomains().stream().map(this::domain).toList());
	}

	private GraphAnswer domain(GraphRequest request) {
		request.query().allow(Set.of("$select"));
		String name = request.key(0).value();
		if (!this.organisation.verifiedDomains().contains(name)) {
			throw GraphProblem.notFound(name);
		}
		return entity(request, "domains", domain(name));
	}

	private static GraphAnswer list(GraphRequest request, String set, List<ObjectNode> documents) {
		List<String> select = request.query().select();
		ObjectNode body = Json.object().put("@odata.context", Context.ofList(request, set, select));
		ArrayNode value = body.putArray("value");
		documents.forEach((document) -> value.add(select.isEmpty() ? document : document.retain(select)));
		return GraphAnswer.ok(body);
	}

	private static GraphAnswer entity(GraphRequest request, String set, ObjectNode document) {
		List<String> select = request.query().select();
		ObjectNode body = Json.object().put("@odata.context", Context.ofEntity(request, set, select));
		body.setAll(select.isEmpty() ? document : document.retain(select));
		return GraphAnswer.ok(body);
	}

	private ObjectNode document() {
		ObjectNode document = Json.object()
			.put("id", this.organisation.tenantId().toString())
			.putNull("deletedDateTime")
			.put("displayName", this.organisation.name())
			.put("countryLetterCode", "US")
			.put("createdDateTime", "2021-03-04T09:12:00Z")
			.put("preferredLanguage", "en")
			.put("tenantType", "AAD");
		document.putArray("businessPhones");
		document.putArray("technicalNotificationMails").add("it@contosohealth.example");
		ArrayNode domains = document.putArray("verifiedDomains");
		for (String name : this.organisation.verifiedDomains()) {
			domains.addObject()
				.put("capabilities", "Email, OfficeCommunicationsOnline")
				.put("isDefault", isDefault(name))
				.put("isInitial", isInitial(name))
				.put("name", name)
				.put("type", "Managed");
		}
		return document;
	}

	private ObjectNode domain(String name) {
		ObjectNode domain = Json.object()
			.put("id", name)
			.put("authenticationType", "Managed")
			.putNull("availabilityStatus")
			.put("isAdminManaged", true)
			.put("isDefault", isDefault(name))
			.put("isInitial", isInitial(name))
			.put("isRoot", true)
			.put("isVerified", true);
		domain.putArray("supportedServices").add("Email");
		return domain;
	}

	private boolean isInitial(String name) {
		return name.equals(this.organisation.domain());
	}

	private boolean isDefault(String name) {
		return !isInitial(name);
	}

}
