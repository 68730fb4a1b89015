package health.admit.portal.audit;

import java.time.Clock;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real audit trail for tests of other modules.
 */
public final class AuditFixture {

	private AuditFixture() {
	}

	public static AuditTrail trail(JdbcClient jdbc, Clock clock) {
		return new JdbcAuditTrail(jdbc, clock);
	}

	/**
	 * What is wrong with the chain; null for nothing.
	 */
	public static Object flaw(JdbcClient jdbc, UUID tenant) {
		return new ChainVerifier(new AuditRows(jdbc)).verify(tenant).flaw();
	}

}
