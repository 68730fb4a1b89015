package health.admit.portal.registration;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One tick on the page about permissions. Scopes and app roles are told apart by type,
 * never by id alone: a role that is asked for as a scope spoils the consent for all.
 */
record PermissionPick(Type type, UUID api, UUID id) {

	private static final String UUID_PATTERN = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";

	private static final Pattern FORM = Pattern.compile("(SCOPE|ROLE):" + UUID_PATTERN + ":" + UUID_PATTERN);

	static Optional<PermissionPick> parse(String text) {
		Matcher matcher = FORM.matcher(text);
		return matcher.matches() ? Optional.of(new PermissionPick(Type.valueOf(matcher.group(1)),
				UUID.fromString(matcher.group(2)), UUID.fromString(matcher.group(3)))) : Optional.empty();
	}

	/** The value of the checkbox. */
	@Override
	public String toString() {
		return this.type + ":" + this.api + ":" + this.id;
	}

	/**
	 * What is asked for.
	 */
	enum Type {

		/** A delegated permission. */
		SCOPE,

		/** An application permission. */
		ROLE

	}

}
