package health.admit.portal.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.directory.ChangePage;
import health.admit.portal.directory.ScannedObject;
import health.admit.portal.directory.ScannedObject.ScannedFederation;
import org.jspecify.annotations.Nullable;

/**
 * Which applications on a page of changes have to be asked for their federated
 * credentials, which Graph does not tell there. Asking for all would cost a request for
 * every 20 changes, so that only those are asked that are new, had some, or have no other
 * credentials. What gets its first beside a secret shows after the next full pass.
 */
final class Federations {

	static final int BATCH = 20;

	private Federations() {
	}

	/**
	 * The applications to ask.
	 * @param known what the index holds of the page's objects
	 */
	static List<UUID> untold(ChangePage page, Map<UUID, Sheet> known) {
		List<UUID> untold = new ArrayList<>();
		Telling.byObject(page.changed()).forEach((id, told) -> {
			// What was deleted and restored meanwhile leaves the index and comes anew.
			Sheet before = page.removed().contains(id) ? null : known.get(id);
			if (told.federated() == null && isUncertain(told, before)) {
				untold.add(id);
			}
		});
		return untold;
	}

	/** The objects of a page together with what was asked for. */
	static List<ScannedObject> with(Map<UUID, List<ScannedFederation>> asked, Collection<ScannedObject> page) {
		return page.stream().map((told) -> {
			List<ScannedFederation> federated = asked.get(told.objectId());
			return (federated != null) ? new ScannedObject(told.objectId(), told.appId(), told.displayName(),
					told.createdAt(), told.secrets(), told.certificates(), federated) : told;
		}).toList();
	}

	private static boolean isUncertain(ScannedObject told, @Nullable Sheet before) {
		return before == null || before.held().stream().anyMatch(Federations::isFederated)
				|| Telling.credentials(told, before).stream().allMatch(Federations::isFederated);
	}

	private static boolean isFederated(Held held) {
		return held.kind() == CredentialKind.FEDERATED;
	}

}
