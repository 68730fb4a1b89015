package health.admit.portal.audit;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Walks a tenant's chain from its start and finds the first entry that was altered,
 * inserted or removed.
 */
@Component
class ChainVerifier {

	private static final int STRETCH = 1000;

	private final AuditRows rows;

	ChainVerifier(AuditRows rows) {
		this.rows = rows;
	}

	ChainCheck verify(UUID tenant) {
		AuditRows.End end = this.rows.end(tenant).orElse(new AuditRows.End(0, ChainHash.START));
		long seq = 0;
		String previous = ChainHash.START;
		List<AuditRow> stretch = this.rows.after(tenant, seq, STRETCH);
		while (!stretch.isEmpty()) {
			for (AuditRow row : stretch) {
				if (row.seq() != seq + 1) {
					return ChainCheck.broken(seq, seq + 1, ChainCheck.Flaw.MISSING);
				}
				if (!row.previousHash().equals(previous)) {
					return ChainCheck.broken(seq, row.seq(), ChainCheck.Flaw.UNLINKED);
				}
				if (!row.hash().equals(row.expectedHash())) {
					return ChainCheck.broken(seq, row.seq(), ChainCheck.Flaw.ALTERED);
				}
				seq = row.seq();
				previous = row.hash();
			}
			stretch = this.rows.after(tenant, seq, STRETCH);
		}
		if (seq < end.seq()) {
			return ChainCheck.broken(seq, seq + 1, ChainCheck.Flaw.MISSING);
		}
		return (seq == end.seq() && !previous.equals(end.hash()))
				? ChainCheck.broken(seq - 1, seq, ChainCheck.Flaw.UNLINKED) : ChainCheck.intact(seq);
	}

}
