package health.admit.portal.azure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.Answer;
import health.admit.portal.signin.StepUpRequired;
import health.admit.portal.signin.TokensRefused;

/**
 * Azure Resource Manager as one operator may use it. Reads return what is there or throw
 * {@link AzureUnavailable} or {@link AzureRefused}; they are repeated a few times when
 * Azure is busy. Writes are sent exactly once and return an {@link Answer}.
 *
 * <p>
 * Every call needs a token that the operator may not have asked for yet: then
 * {@link StepUpRequired} is thrown and nothing was sent. {@link TokensRefused} says that
 * Entra gives this operator none.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/healthcareapis/">Health Data
 * Services, 2024-03-31</a>
 * @see <a href="https://learn.microsoft.com/rest/api/authorization/">Authorization,
 * 2022-04-01</a>
 */
public interface Azure {

	/** Subscriptions the operator can see. */
	List<Subscription> subscriptions();

	/**
	 * The FHIR and DICOM services of all subscriptions the operator can see, in the order
	 * of their names. What could not be read is named, never left out.
	 */
	Found<HealthService> services();

	/** One service; empty when it is not there or must not be seen. */
	Optional<HealthService> service(ResourceId id);

	/**
	 * The roles that can be assigned on a resource, built-in and own, in the order of
	 * their names.
	 */
	List<RoleDefinition> roles(ResourceId scope);

	/** What the operator may do with role assignments on a resource. */
	Rights rights(ResourceId scope);

	/**
	 * The role assignments of a principal that reach a resource: made on it, inherited,
	 * or through a group.
	 */
	Assignments assignments(ResourceId scope, UUID principal);

	/**
	 * The role assignments of a principal, its own and those it has through groups, in
	 * all subscriptions the operator can see, on health services and above. Where a
	 * subscription as a whole must not be looked at, the services in it are asked one by
	 * one.
	 */
	AllAssignments assignmentsOf(UUID principal);

	/**
	 * Assigns a role. The name of the assignment follows from scope, principal and role,
	 * so that the same assignment is never made twice. Its refusals include
	 * {@code PrincipalNotFound} (not replicated yet, or no such principal),
	 * {@code RoleAssignmentExists} (is there under another name) and
	 * {@code AuthorizationFailed}.
	 */
	Answer<RoleAssignment> assign(NewAssignment assignment, UUID clientRequestId);

	/**
	 * Removes a role assignment.
	 * @return false inside the answer when there was none (204)
	 */
	Answer<Boolean> remove(AssignmentId assignment, UUID clientRequestId);

}
