package health.admit.sandbox.graph;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Moments;
import health.admit.sandbox.tenant.Organisation;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Creates and changes applications by the rules for their properties.
 */
@Component
class ApplicationWriter {

	private static final Set<String> READ_ONLY = Set.of("appId", "createdDateTime", "publisherDomain",
			"deletedDateTime", "applicationTemplateId", "disabledByMicrosoftStatus", "createdByAppId", "certification",
			"verifiedPublisher");

	private final Store store;

	private final Organisation organisation;

	private final ApplicationRules rules;

	private final Secrets secrets;

	private final Certificates certificates;

	private final Authority authority;

	private final Clock clock;

	ApplicationWriter(Store store, Organisation organisation, ApplicationRules rules, Secrets secrets,
			Certificates certificates, Authority authority, Clock clock) {
		this.store = store;
		this.organisation = organisation;
		this.rules = rules;
		this.secrets = secrets;
		this.certificates = certificates;
		this.authority = authority;
		this.clock = clock;
	}

	/** Creates an application; its creator becomes owner unless an administrator. */
	Created create(ObjectNode wanted, Caller caller) {
		ObjectNode body = clean(wanted);
		refuseTakenName(body);
		List<ObjectNode> passwords = Json.objects(body, "passwordCredentials");
		body.remove("passwordCredentials");
		UUID appId = UUID.randomUUID();
		ObjectNode application = Json.object()
			.put("appId", appId.toString())
			.put("createdDateTime", Moments.write(this.clock.instant()))
			.put("publisherDomain", this.organisation.domain());
		application.set("keyCredentials",
				this.certificates.replaced(Json.array(), body.get("keyCredentials"), application));
		body.remove("keyCredentials");
		Merge.into(application, body);
		this.rules.check(Json.object(), application);
		List<Secrets.Issued> issued = new ArrayList<>();
		ArrayNode kept = application.putArray("passwordCredentials");
		for (ObjectNode password : passwords) {
			Secrets.Issued secret = this.secrets.issue(password, application);
			issued.add(secret);
			kept.add(secret.kept());
		}
		if (this.authority.becomesOwner(caller)) {
			application.putArray(Owners.MEMBER).add(caller.objectId().toString());
		}
		Item item = this.store.put(Kind.APPLICATION, UUID.randomUUID(), stripped(application));
		return new Created(item, issued);
	}

	/** Changes what is named and leaves the rest. */
	void change(Item item, ObjectNode wanted) {
		ObjectNode body = clean(wanted);
		ObjectNode before = item.json();
		String uniqueName = Json.text(body, "uniqueName");
		if (uniqueName != null && !uniqueName.equals(Json.text(before, "uniqueName"))) {
			throw readOnly("uniqueName");
		}
		if (body.has("passwordCredentials")) {
			throw GraphProblem.invalidValue("passwordCredentials", "Application");
		}
		ObjectNode after = before.deepCopy();
		if (body.has("keyCredentials")) {
			after.set("keyCredentials",
					this.certificates.replaced(before.withArray("keyCredentials"), body.get("keyCredentials"), before));
			body.remove("keyCredentials");
		}
		Merge.into(after, body);
		this.rules.check(before, after);
		this.store.put(Kind.APPLICATION, item.id(), stripped(after));
	}

	private static ObjectNode clean(ObjectNode wanted) {
		ObjectNode body = wanted.deepCopy();
		body.remove("id");
		EntityType.APPLICATION.schema().check(body);
		READ_ONLY.stream().filter(body::has).sorted().findFirst().ifPresent((name) -> {
			throw readOnly(name);
		});
		return body;
	}

	private void refuseTakenName(ObjectNode body) {
		String uniqueName = Json.text(body, "uniqueName");
		if (uniqueName != null && this.store.byUniqueName(uniqueName, Copy.MASTER).isPresent()) {
			throw GraphProblem.badProperty("ObjectConflict", "uniqueName",
					"Another object with the same value for property uniqueName already exists.");
		}
	}

	private static ObjectNode stripped(ObjectNode application) {
		return EntityType.APPLICATION.schema().strip(application);
	}

	private static GraphProblem readOnly(String property) {
		return GraphProblem.badProperty("ReadOnlyProperty", property,
				"Property '" + property + "' is read-only and cannot be set.");
	}

	/**
	 * A new application.
	 *
	 * @param secrets the secrets made with it
	 */
	record Created(Item item, List<Secrets.Issued> secrets) {

		/** Puts the texts of the secrets into the one answer that has them. */
		void reveal(ObjectNode body) {
			if (!this.secrets.isEmpty()) {
				ArrayNode credentials = body.putArray("passwordCredentials");
				this.secrets.forEach((secret) -> credentials.add(secret.shown()));
			}
		}

	}

}
