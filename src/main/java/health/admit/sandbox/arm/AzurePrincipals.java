package health.admit.sandbox.arm;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Organisation;
import health.admit.sandbox.tenant.Store;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who can be given a role: users, groups and service principals, by object id.
 */
@Component
class AzurePrincipals {

	private static final Map<Kind, String> TYPES = Map.of(Kind.SERVICE_PRINCIPAL, "ServicePrincipal", Kind.USER, "User",
			Kind.GROUP, "Group");

	private final Store store;

	private final Organisation organisation;

	AzurePrincipals(Store store, Organisation organisation) {
		this.store = store;
		this.organisation = organisation;
	}

	/**
	 * The type of a principal.
	 * @param claimed what the request says it is; null when it does not say
	 */
	String requireType(UUID principal, @Nullable String claimed) {
		if (claimed != null && !TYPES.containsValue(claimed)) {
			throw ArmProblem.badRequest("InvalidPrincipalType",
					"The principal type '" + claimed + "' is not supported.");
		}
		if (this.store.live(Kind.APPLICATION, principal, Copy.MASTER).isPresent()) {
			throw ArmProblem.badRequest("PrincipalTypeNotSupported",
					"Principals of type Application cannot validly be used in role assignments.");
		}
		String type = type(principal, (claimed != null) ? Copy.AZURE_TYPED : Copy.AZURE)
			.orElseThrow(() -> missing(principal));
		if (claimed != null && !claimed.equals(type)) {
			throw ArmProblem.badRequest("UnmatchedPrincipalType", "The PrincipalId '" + bare(principal) + "' has type '"
					+ type + "' , which is different from specified PrinciaplType '" + claimed + "'.");
		}
		return type;
	}

	private Optional<String> type(UUID principal, Copy copy) {
		return TYPES.keySet()
			.stream()
			.filter((kind) -> this.store.live(kind, principal, copy).isPresent())
			.map((kind) -> Objects.requireNonNull(TYPES.get(kind)))
			.findFirst();
	}

	private ArmProblem missing(UUID principal) {
		return ArmProblem.badRequest("PrincipalNotFound", "Principal " + bare(principal)
				+ " does not exist in the directory " + this.organisation.tenantId()
				+ ". Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group.  See https://aka.ms/docs-principaltype");
	}

	static String bare(UUID id) {
		return id.toString().replace("-", "");
	}

}
