package health.admit.portal.credentials;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import health.admit.portal.directory.FederatedCredential;
import health.admit.portal.operation.Plan;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.operation.PlannedStep.Verb;
import health.admit.portal.signin.DelegatedScope;
import org.jspecify.annotations.Nullable;

/**
 * Plans the writes that give an application a credential or take one away. A certificate
 * has no step here: it goes into the body of the new application.
 */
public final class CredentialSteps {

	static final String SECRET = "secret.create";

	static final String FEDERATION = "federation.create";

	static final String REMOVE_SECRET = "secret.remove";

	static final String REMOVE_FEDERATION = "federation.remove";

	static final Set<DelegatedScope> SCOPES = Set.of(DelegatedScope.APPLICATION_WRITE);

	private CredentialSteps() {
	}

	/**
	 * A client secret. It brings the facts {@code secretKeyId} and {@code secretEnd} and
	 * the secret itself. It has to come last.
	 * @param label what the admin calls it; the marker of the attempt is added to it
	 * @param start when it begins to count; null for the moment it is made
	 */
	public static PlannedStep secret(String label, @Nullable Instant start, Instant end) {
		Map<String, String> parameters = new TreeMap<>(Map.of("label", label, "end", end.toString()));
		if (start != null) {
			parameters.put("start", start.toString());
		}
		return new PlannedStep(SECRET, Verb.CREATE, label, "POST /applications/{id}/addPassword", parameters);
	}

	/**
	 * Takes a client secret away from an application that exists.
	 */
	public static PlannedStep removal(UUID applicationObjectId, UUID keyId) {
		return removeSecret(applicationObjectId.toString(), keyId.toString(), keyId.toString());
	}

	/**
	 * Trust in another identity provider.
	 */
	public static PlannedStep federation(FederatedCredential credential) {
		Map<String, String> parameters = new TreeMap<>(Map.of("name", credential.name(), "issuer", credential.issuer(),
				"subject", credential.subject(), "audience", credential.audience()));
		String description = credential.description();
		if (description != null) {
			parameters.put("description", description);
		}
		return new PlannedStep(FEDERATION, Verb.CREATE, credential.name(),
				"POST /applications/{id}/federatedIdentityCredentials", parameters);
	}

	static PlannedStep removeSecret(String application, String keyId, String label) {
		return new PlannedStep(REMOVE_SECRET, Verb.CHANGE, label, "POST /applications/{id}/removePassword",
				Map.of("applicationObjectId", application, "keyId", keyId));
	}

	static PlannedStep removeFederation(String application, String name) {
		return new PlannedStep(REMOVE_FEDERATION, Verb.CHANGE, name,
				"DELETE /applications/{id}/federatedIdentityCredentials(name='{name}')",
				Map.of("applicationObjectId", application, "name", name));
	}

	/**
	 * The trust in other identity providers that a plan makes.
	 */
	public static List<FederatedCredential> federations(Plan plan) {
		return plan.steps()
			.stream()
			.filter((step) -> FEDERATION.equals(step.kind()))
			.map(CredentialSteps::federation)
			.toList();
	}

	static FederatedCredential federation(PlannedStep step) {
		return new FederatedCredential(parameter(step, "name"), parameter(step, "issuer"), parameter(step, "subject"),
				parameter(step, "audience"), step.parameters().get("description"));
	}

	private static String parameter(PlannedStep step, String name) {
		return Objects.requireNonNull(step.parameters().get(name), name);
	}

	/**
	 * The scopes that a step of this module needs; empty for a step of another module.
	 */
	public static Set<DelegatedScope> scopesFor(PlannedStep step) {
		return Set.of(SECRET, FEDERATION, REMOVE_SECRET, REMOVE_FEDERATION).contains(step.kind()) ? SCOPES : Set.of();
	}

}
