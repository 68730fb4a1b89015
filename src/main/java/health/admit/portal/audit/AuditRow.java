package health.admit.portal.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One stored line of the trail, as the hash covers it.
 *
 * @param seq position in the tenant's chain, from 1 without gaps
 * @param details the details as the JSON text that is stored
 */
record AuditRow(UUID tenant, long seq, Instant at, UUID actor, String action, @Nullable UUID operation, String target,
		String details, String previousHash, String hash) {

	/**
	 * What {@link #hash} must be.
	 */
	String expectedHash() {
		return ChainHash.of(this.previousHash, this.tenant.toString(), Long.toString(this.seq), this.at.toString(),
				this.actor.toString(), this.action, (this.operation == null) ? "" : this.operation.toString(),
				this.target, this.details);
	}

	AuditRow sealed() {
		return new AuditRow(this.tenant, this.seq, this.at, this.actor, this.action, this.operation, this.target,
				this.details, this.previousHash, expectedHash());
	}

}
