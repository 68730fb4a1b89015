package health.admit.portal.signin;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as a page names them. The object id is who they are; the name is a help.
 *
 * @param id object id
 * @param name name at the last sign-in, hostile input when shown; null for somebody who
 * has not signed in to this portal since it keeps names
 * @param you whether it is the reader
 */
public record Person(String id, @Nullable String name, boolean you) {

	static Person of(UUID objectId, @Nullable String name, Operator reader) {
		boolean you = reader.objectId().equals(objectId);
		return new Person(objectId.toString(), you ? reader.displayName() : name, you);
	}

}
