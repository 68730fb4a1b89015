package health.admit.portal.operation;

import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Parts with connections to an H2 database that has closed itself, as it does when a
 * write fails because the disk is full. They call themselves valid for ever, so the
 * portal would not come back when there is room again.
 */
@Component
class ClosedDatabase implements BeanPostProcessor {

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:h2:")) {
			pool.setConnectionTestQuery("select 1");
			pool.setExceptionOverride(new Eviction());
		}
		return bean;
	}

	private static final class Eviction implements SQLExceptionOverride {

		/** H2's {@code DATABASE_IS_CLOSED}. */
		private static final int CLOSED = 90098;

		@java.lang.Override
		public Override adjudicate(SQLException refusal) {
			return (refusal.getErrorCode() == CLOSED) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
		}

	}

}
