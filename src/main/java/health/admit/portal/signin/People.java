package health.admit.portal.signin;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * The names of those who signed in to the portal, so that pages need not name people by
 * object id alone. They are no part of any record: an id stays when a name changes.
 */
public interface People {

	/**
	 * The people with these object ids in the reader's tenant.
	 * @return an entry for every id
	 */
	Map<UUID, Person> seenBy(Operator reader, Collection<UUID> objectIds);

	/**
	 * Keeps the name of somebody who signs in.
	 */
	void remember(Operator operator);

}
