package health.admit.portal.expiry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.Source;
import health.admit.portal.inventory.WorkState;
import org.jspecify.annotations.Nullable;

/**
 * A credential in a list. Kinds, bands and states are names of their constants.
 *
 * @param name hostile input, like description
 * @param mark by what one recognises it: the hint of a secret, the thumbprint of a
 * certificate
 * @param ends null for never
 */
record RowView(String key, String link, String applicationLink, String name, @Nullable String appId, String objectId,
		String keyId, String kind, String kindIcon, String description, String mark, boolean principal,
		@Nullable Instant starts, @Nullable Instant ends, String band, String bandIcon, String bandTag, boolean covered,
		boolean tooLong, OwnersView owners, String work, String workTag, @Nullable Instant lastUsed) {

	private static final String PAGE = "/expiry/credentials/";

	static RowView of(CredentialRow row, Map<UUID, List<Owner>> owners) {
		CredentialKey key = row.key();
		String id = id(key);
		return new RowView(id, link(key), "/expiry/applications/" + key.objectId(), name(row),
				(row.appId() != null) ? row.appId().toString() : null, key.objectId().toString(),
				key.keyId().toString(), row.kind().name(), Looks.icon(row.kind()), Excerpt.of(row.description()),
				mark(row), row.source() == Source.SERVICE_PRINCIPAL, row.starts(), row.ends(), row.band().name(),
				Looks.icon(row.band()), Looks.tag(row.band()), row.covered(), row.tooLong(),
				OwnersView.few(row.owners(), owners.get(key.objectId())), row.work().name(), Looks.tag(row.work()),
				row.lastUsed());
	}

	/** The address of a credential's page. */
	static String link(CredentialKey key) {
		return PAGE + id(key);
	}

	static String id(CredentialKey key) {
		return key.objectId() + "/" + key.keyId();
	}

	/** An id for markup. */
	public String element() {
		return "owners-" + this.key.replace('/', '-');
	}

	/** Whether it can be claimed by whoever looks at the list. */
	public boolean claimable() {
		return WorkState.OPEN.name().equals(this.work);
	}

	private static String name(CredentialRow row) {
		return row.name().isBlank() ? row.key().objectId().toString() : Excerpt.of(row.name());
	}

	private static String mark(CredentialRow row) {
		if (row.kind() == CredentialKind.SECRET) {
			return (row.hint() != null) ? row.hint() + "…" : "";
		}
		return (row.thumbprint() != null) ? row.thumbprint() : "";
	}

}
