package health.admit.sandbox.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Moments;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The tenant's app management policy as it bears on new credentials and identifier URIs.
 */
@Component
class AppManagement {

	private static final String TYPE_NOT_ALLOWED = "Credential type not allowed as per assigned policy '%s'.";

	private static final String TOO_LONG = "Credential lifetime exceeds the max value allowed as per assigned policy '%s'.";

	private final PolicyBook policies;

	AppManagement(PolicyBook policies) {
		this.policies = policies;
	}

	void checkSecret(Instant start, Instant end, ObjectNode application) {
		if (restriction("passwordCredentials", "passwordAddition", application).isPresent()) {
			throw refusal("CredentialTypeNotAllowedAsPerAppPolicy", TYPE_NOT_ALLOWED);
		}
		checkLife("passwordCredentials", "passwordLifetime", start, end, application);
	}

	void checkCertificate(Instant start, Instant end, ObjectNode application) {
		checkLife("keyCredentials", "asymmetricKeyLifetime", start, end, application);
	}

	/** Whether new identifier URIs must name the tenant, a verified domain or the app. */
	boolean restrictsIdentifierUris() {
		ObjectNode policy = this.policies.appManagement();
		return policy.path("isEnabled").asBoolean(false) && "enabled"
			.equals(Json.text(policy, "applicationRestrictions/identifierUris/nonDefaultUriAddition/state"));
	}

	private void checkLife(String kind, String type, Instant start, Instant end, ObjectNode application) {
		restriction(kind, type, application).map((restriction) -> Json.text(restriction, "maxLifetime"))
			.map(Durations::parse)
			.filter((longest) -> Duration.between(start, end).compareTo(longest) > 0)
			.ifPresent((longest) -> {
				throw refusal("CredentialInvalidLifetimeAsPerAppPolicy", TOO_LONG);
			});
	}

	private Optional<ObjectNode> restriction(String kind, String type, ObjectNode application) {
		ObjectNode policy = this.policies.appManagement();
		if (!policy.path("isEnabled").asBoolean(false)) {
			return Optional.empty();
		}
		return Json.objects(policy, "applicationRestrictions/" + kind)
			.stream()
			.filter((each) -> type.equals(Json.text(each, "restrictionType"))
					&& !"disabled".equals(Json.text(each, "state")))
			.filter((each) -> concerns(each, application))
			.findFirst();
	}

	private static boolean concerns(ObjectNode restriction, ObjectNode application) {
		@Nullable Instant from = Moments.read(Json.text(restriction, "restrictForAppsCreatedAfterDateTime"));
		@Nullable Instant created = Moments.read(Json.text(application, "createdDateTime"));
		return from == null || created == null || created.isAfter(from);
	}

	private static GraphProblem refusal(String code, String message) {
		return GraphProblem.of(400, code, message.formatted(PolicyBook.APP_MANAGEMENT));
	}

}
