package health.admit.portal.exports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.Owner;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file.
 *
 * @param owners as last read; empty when nobody has looked
 */
record ExportedRow(CredentialRow row, List<Owner> owners, IndexStatement index, Instant now) {

	private static final long SECONDS_A_DAY = 86_400;

	/** Full days until the end, negative after it; null without an end. */
	@Nullable Long daysLeft() {
		Instant ends = this.row.ends();
		return (ends != null) ? Math.floorDiv(Duration.between(this.now, ends).toSeconds(), SECONDS_A_DAY) : null;
	}

	String ownerNames() {
		return this.owners.stream().map(ExportedRow::name).collect(Collectors.joining("; "));
	}

	private static String name(Owner owner) {
		String name = owner.name().isBlank() ? owner.objectId().toString() : owner.name();
		return owner.username().isBlank() ? name : name + " (" + owner.username() + ")";
	}

}
