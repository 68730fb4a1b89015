package health.admit.portal.expiry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.IndexedApplication;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.signin.Delegation;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Fills the model of all owners of one application, and has them read where they are
 * unknown or old.
 */
@Component
class OwnersPart {

	private final Inventory inventory;

	private final Refreshing refreshing;

	OwnersPart(Inventory inventory, Refreshing refreshing) {
		this.inventory = inventory;
		this.refreshing = refreshing;
	}

	/**
	 * Prepares the part.
	 * @return the owners by object id, for rows of the same application
	 */
	Map<UUID, List<Owner>> fill(Delegation delegation, IndexedApplication application, OwnerState state, Model model) {
		UUID objectId = application.objectId();
		int unread = this.refreshing.ownersOf(delegation, Set.of(objectId));
		model.addAttribute("unread", unread);
		model.addAttribute("ownersTrouble", (unread > 0)
				? this.refreshing.ownersTrouble(delegation).map(Freshness.Trouble::cause).orElse(null) : null);
		Map<UUID, List<Owner>> owners = this.inventory.owners(delegation.tenant(), Set.of(objectId));
		model.addAttribute("objectId", objectId.toString());
		model.addAttribute("owners", OwnersView.all(state, owners.get(objectId)));
		model.addAttribute("ownersReadAt", application.ownersReadAt());
		return owners;
	}

}
