package health.admit.portal.signin;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names without a database.
 */
class MemoryPeople implements People {

	private final Map<UUID, String> names = new ConcurrentHashMap<>();

	@Override
	public Map<UUID, Person> seenBy(Operator reader, Collection<UUID> objectIds) {
		return objectIds.stream()
			.distinct()
			.collect(Collectors.toMap(Function.identity(), (id) -> Person.of(id, this.names.get(id), reader)));
	}

	@Override
	public void remember(Operator operator) {
		this.names.put(operator.objectId(), operator.displayName());
	}

}
