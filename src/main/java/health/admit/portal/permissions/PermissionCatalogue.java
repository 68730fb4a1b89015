package health.admit.portal.permissions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import health.admit.portal.directory.Directories;
import health.admit.portal.directory.ResourceApi;
import health.admit.portal.directory.ServicePrincipalRecord;
import health.admit.portal.signin.Delegation;

import org.springframework.stereotype.Service;

/**
 * The APIs of the tenant and what a client may ask of each, always as the API itself says
 * it: ids of scopes that circulate elsewhere are wrong too often. What was read is
 * remembered for a minute, so that the pages of one registration do not read it again.
 */
@Service
public class PermissionCatalogue {

	private static final Duration MEMORY = Duration.ofMinutes(1);

	private static final int REMEMBERED_AT_MOST = 200;

	private final Directories directories;

	private final Clock clock;

	private final Map<Key, Remembered> memory = new ConcurrentHashMap<>();

	PermissionCatalogue(Directories directories, Clock clock) {
		this.directories = directories;
		this.clock = clock;
	}

	/**
	 * An API by its app id; empty when it has no service principal in the tenant. Only
	 * what was found is remembered.
	 */
	public Optional<ResourceApi> api(UUID appId, Delegation delegation) {
		Instant now = this.clock.instant();
		this.memory.values().removeIf((remembered) -> !now.isBefore(remembered.until()));
		Key key = new Key(delegation.grant(), appId);
		Remembered known = this.memory.get(key);
		if (known != null) {
			return Optional.of(known.api());
		}
		Optional<ResourceApi> found = this.directories.actingFor(delegation).resourceApi(appId);
		if (found.isPresent() && this.memory.size() < REMEMBERED_AT_MOST) {
			this.memory.put(key, new Remembered(found.get(), now.plus(MEMORY)));
		}
		return found;
	}

	/**
	 * APIs of the tenant by a part of their name, their app id or an identifier URI, at
	 * most 25.
	 */
	public List<ServicePrincipalRecord> search(String text, Delegation delegation) {
		return this.directories.actingFor(delegation).searchApis(text);
	}

	/**
	 * What one operator may read says nothing about another.
	 */
	private record Key(UUID grant, UUID appId) {
	}

	private record Remembered(ResourceApi api, Instant until) {
	}

}
