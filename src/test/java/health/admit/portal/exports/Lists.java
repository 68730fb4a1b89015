package health.admit.portal.exports;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FakeInventory;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.OwnerState;
import health.admit.support.HostileNames;

/**
 * Lists for tests of exports.
 */
final class Lists {

	static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	private Lists() {
	}

	/** One secret for each hostile name, which its owner bears too. */
	static void hostile(FakeInventory inventory) {
		for (int i = 0; i < HostileNames.ALL.size(); i++) {
			String name = HostileNames.ALL.get(i);
			CredentialRow row = FakeInventory.secret(name, NOW.plusSeconds(86_400L * 3 + i), NOW);
			inventory.put(row)
				.owners(row.key().objectId(), new Owner(UUID.randomUUID(), name, "user@contoso.example",
						"user@contoso.example", OwnerState.GOOD),
						new Owner(UUID.randomUUID(), name, "", null, OwnerState.GOOD));
		}
	}

}
