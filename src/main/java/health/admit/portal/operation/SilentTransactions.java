package health.admit.portal.operation;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL end a transaction that its portal says nothing in for a while. A portal
 * that stands still, or whose host is gone, would otherwise keep its locks: nobody could
 * take over the operation when the lease has run out, and with the head of the audit
 * chain nobody could do anything at all.
 */
@Component
class SilentTransactions implements BeanPostProcessor {

	/** No transaction waits for anything but the database. */
	private static final String LIMIT = "set idle_in_transaction_session_timeout = '"
			+ Leases.LENGTH.dividedBy(4).toSeconds() + "s'";

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
			String own = pool.getConnectionInitSql();
			pool.setConnectionInitSql((own != null) ? LIMIT + "; " + own : LIMIT);
		}
		return bean;
	}

}
