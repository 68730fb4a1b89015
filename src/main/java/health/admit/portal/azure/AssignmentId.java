package health.admit.portal.azure;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a role assignment: the resource it was made on, and its name there.
 */
public record AssignmentId(ResourceId scope, UUID name) {

	private static final Pattern SHAPE = Pattern
		.compile("(?i)(?<scope>/.*)/providers/Microsoft\\.Authorization/roleAssignments/(?<name>[0-9a-f-]{36})");

	/**
	 * Reads an id; empty when the text is none, or names an assignment above all
	 * subscriptions, which the portal does not touch.
	 */
	public static Optional<AssignmentId> parse(String text) {
		Matcher shape = SHAPE.matcher(text);
		if (!shape.matches()) {
			return Optional.empty();
		}
		return Ids.uuid(shape.group("name"))
			.flatMap((name) -> ResourceId.parse(shape.group("scope")).map((scope) -> new AssignmentId(scope, name)));
	}

	String path() {
		return toString().substring(1);
	}

	@Override
	public String toString() {
		return this.scope + "/providers/Microsoft.Authorization/roleAssignments/" + this.name;
	}

}
