package health.admit.portal.directory;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds out which objects are there. Graph leaves out what was deleted.
 */
final class PresentObjects {

	/** Fewer than Graph takes, so that one page holds them. */
	private static final int MOST = 100;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ScanRequests requests;

	private final Reads reads;

	PresentObjects(ScanRequests requests, Reads reads) {
		this.requests = requests;
		this.reads = reads;
	}

	Optional<Set<UUID>> of(Collection<UUID> objectIds) {
		List<UUID> ids = objectIds.stream().distinct().toList();
		Set<UUID> present = new HashSet<>();
		try {
			for (int from = 0; from < ids.size(); from += MOST) {
				present.addAll(some(ids.subList(from, Math.min(from + MOST, ids.size()))));
			}
		}
		catch (StepUpRequired ex) {
			if (ex.claims() != null) {
				throw ex;
			}
			return Optional.empty();
		}
		catch (DirectoryRefused ex) {
			if (ex.status() != 403) {
				throw ex;
			}
			return Optional.empty();
		}
		return Optional.of(present);
	}

	private List<UUID> some(List<UUID> ids) {
		return this.reads.get("scan.present", Set.of(DelegatedScope.DIRECTORY_READ),
				(call) -> Fields.list(MalformedAnswer.require(this.requests
					.send(call, asking(ids), DirectoryObjectCollectionResponse::createFromDiscriminatorValue)
					.getValue(), "value"), (object) -> Fields.id(object.getId(), "id")));
	}

	private RequestInformation asking(List<UUID> ids) {
		RequestInformation request = this.requests.on(HttpMethod.POST, "/v1.0/directoryObjects/getByIds");
		request.setStreamContent(new ByteArrayInputStream(JSON.writeValueAsBytes(Map.of("ids", ids))),
				"application/json");
		return request;
	}

}
