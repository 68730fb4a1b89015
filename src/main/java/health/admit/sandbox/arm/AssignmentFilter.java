package health.admit.sandbox.arm;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.AzureId;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $filter} of a list of role assignments.
 *
 * @param atScope without what is assigned below the scope
 * @param principal only of this one; null for anybody
 * @param groupsToo also of the groups of that one
 */
record AssignmentFilter(boolean atScope, @Nullable UUID principal, boolean groupsToo) {

	private static final String ID = "'([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})'";

	private static final Pattern EXACTLY = Pattern.compile("principalId\\s+eq\\s+" + ID, Pattern.CASE_INSENSITIVE);

	private static final Pattern ASSIGNED_TO = Pattern.compile("assignedTo\\(" + ID + "\\)", Pattern.CASE_INSENSITIVE);

	static AssignmentFilter read(@Nullable String text) {
		AssignmentFilter filter = new AssignmentFilter(false, null, false);
		if (text == null || text.isBlank()) {
			return filter;
		}
		for (String part : text.trim().split("(?i)\\s+and\\s+")) {
			filter = filter.and(part.trim(), text);
		}
		return filter;
	}

	/**
	 * Whether an assignment is in the list.
	 * @param identities of somebody, groups included
	 */
	boolean accepts(RoleAssignment assignment, AzureId listed, Function<UUID, Set<UUID>> identities) {
		boolean inScope = assignment.scope().contains(listed) || (!this.atScope && listed.contains(assignment.scope()));
		UUID wanted = this.principal;
		return inScope && (wanted == null || wanted.equals(assignment.principal())
				|| (this.groupsToo && identities.apply(wanted).contains(assignment.principal())));
	}

	private AssignmentFilter and(String part, String whole) {
		Matcher exactly = EXACTLY.matcher(part);
		if (exactly.matches()) {
			return new AssignmentFilter(this.atScope, UUID.fromString(exactly.group(1)), false);
		}
		Matcher assignedTo = ASSIGNED_TO.matcher(part);
		if (assignedTo.matches()) {
			return new AssignmentFilter(this.atScope, UUID.fromString(assignedTo.group(1)), true);
		}
		if (part.equalsIgnoreCase("atScope()")) {
			return new AssignmentFilter(true, this.principal, this.groupsToo);
		}
		throw ArmProblem.badRequest("InvalidFilter", "The filter '" + whole
				+ "' is not supported. Supported filters are atScope(), principalId eq '{value}' and assignedTo('{value}').");
	}

}
