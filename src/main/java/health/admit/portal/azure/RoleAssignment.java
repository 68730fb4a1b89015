package health.admit.portal.azure;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has somewhere.
 *
 * @param id as Azure wrote it
 * @param scope where it was made, as Azure wrote it: a resource, or what lies above, up
 * to {@code /}
 * @param principal who has it: not always who was asked about, see
 * {@link Assignments#throughGroup}
 * @param principalType as Azure wrote it; hostile input when shown
 * @param role GUID of the role definition
 * @param created when it was made; null where Azure does not say
 * @param listedAt the resources that Azure named it for
 */
public record RoleAssignment(String id, String scope, UUID principal, String principalType, UUID role,
		@Nullable Instant created, Set<ResourceId> listedAt) {

	/** How long services may go on without knowing of it. */
	public static final Duration SPREADING = Duration.ofMinutes(10);

	private static final String MANAGEMENT_GROUPS = "/providers/microsoft.management/managementgroups/";

	public RoleAssignment {
		listedAt = Set.copyOf(listedAt);
	}

	/** One that was not found in a list. */
	public RoleAssignment(String id, String scope, UUID principal, String principalType, UUID role,
			@Nullable Instant created) {
		this(id, scope, principal, principalType, role, created, Set.of());
	}

	RoleAssignment alsoListedAt(Set<ResourceId> more) {
		Set<ResourceId> all = new LinkedHashSet<>(this.listedAt);
		all.addAll(more);
		return new RoleAssignment(this.id, this.scope, this.principal, this.principalType, this.role, this.created,
				all);
	}

	/** The id for removing it; empty where it was made above all subscriptions. */
	public Optional<AssignmentId> removable() {
		return AssignmentId.parse(this.id);
	}

	/**
	 * Whether it was made on this resource, or on something it lies in. What lies above
	 * subscriptions does not tell what is below it, so there it counts where Azure named
	 * it.
	 */
	public boolean reaches(ResourceId resource) {
		return isOn(resource) || resource.liesIn(this.scope) || (isAboveSubscriptions()
				&& this.listedAt.stream().anyMatch((at) -> at.equals(resource) || resource.liesIn(at.text())));
	}

	/** Whether it was made so short a time ago that services may not know of it. */
	public boolean isFresh(Instant now) {
		return isFresh(this.created, now);
	}

	/** The same for one of which only the moment is known, if that. */
	public static boolean isFresh(@Nullable Instant created, Instant now) {
		return created != null && created.plus(SPREADING).isAfter(now);
	}

	/** Whether it was made on a management group, or on the whole tenant. */
	public boolean isAboveSubscriptions() {
		return "/".equals(this.scope) || this.scope.toLowerCase(Locale.ROOT).startsWith(MANAGEMENT_GROUPS);
	}

	/** Whether it was made on this very resource, not above it. */
	public boolean isOn(ResourceId resource) {
		return this.scope.equalsIgnoreCase(resource.text());
	}

}
