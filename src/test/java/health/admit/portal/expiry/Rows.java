package health.admit.portal.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Source;
import health.admit.portal.inventory.WorkState;
import org.jspecify.annotations.Nullable;

/**
 * Credentials for tests.
 */
final class Rows {

	static final UUID OBJECT = UUID.fromString("0b6a2c1e-6f5e-4f0a-9a37-1d3a9b1c5e01");

	static final UUID APP_ID = UUID.fromString("1c7b3d2f-7a6f-4a1b-8b48-2e4b0c2d6f12");

	static final CredentialKey KEY = new CredentialKey(OBJECT, UUID.fromString("00000000-0000-4000-8000-000000000001"));

	static final CredentialKey OTHER = new CredentialKey(OBJECT,
			UUID.fromString("00000000-0000-4000-8000-000000000002"));

	private Rows() {
	}

	static CredentialRow secret(CredentialKey key, @Nullable Instant ends, Instant now) {
		return row(key, "Imaging viewer", ends, now, false, OwnerState.GOOD, WorkState.OPEN);
	}

	static CredentialRow row(CredentialKey key, String name, @Nullable Instant ends, Instant now, boolean covered,
			OwnerState owners, WorkState work) {
		return new CredentialRow(key, Source.APPLICATION, APP_ID, name, CredentialKind.SECRET, "pipeline", "aB3", null,
				now.minus(Duration.ofDays(200)), ends, Band.of(ends, now), covered, false, owners, work, null);
	}

	static WorkItem item(WorkState state, @Nullable UUID assignee, Instant ends, Instant changedAt) {
		return new WorkItem(UUID.fromString("5f0a3c8e-2b47-4d1e-9a63-7c1d2e9b4f10"), KEY, 3, state, assignee, null,
				null, "Imaging viewer", CredentialKind.SECRET, ends, Absence.NONE, changedAt);
	}

}
