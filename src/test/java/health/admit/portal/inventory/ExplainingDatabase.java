package health.admit.portal.inventory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import health.admit.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Asks the database how it would carry out each query, with the values it is given, and
 * then lets it.
 */
final class ExplainingDatabase extends DelegatingDataSource {

	private final List<String> plans = new ArrayList<>();

	ExplainingDatabase(TestDatabase database) {
		super(ListParts.connected(database));
	}

	JdbcClient jdbc() {
		return JdbcClient.create((DataSource) this);
	}

	/** Plans since the last time they were taken. */
	List<String> take() {
		List<String> taken = List.copyOf(this.plans);
		this.plans.clear();
		return taken;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection real = super.getConnection();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, args) -> {
					Object result = call(real, method, args);
					return method.getName().equals("prepareStatement")
							? explained(real, (PreparedStatement) result, (String) args[0]) : result;
				});
	}

	private PreparedStatement explained(Connection connection, PreparedStatement real, String sql) {
		List<Call> settings = new ArrayList<>();
		return (PreparedStatement) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { PreparedStatement.class }, (proxy, method, args) -> {
					if (method.getName().startsWith("set") && args.length > 1) {
						settings.add(new Call(method, args));
					}
					if (method.getName().equals("executeQuery")) {
						explain(connection, sql, settings);
					}
					return call(real, method, args);
				});
	}

	private void explain(Connection connection, String sql, List<Call> settings) throws Throwable {
		try (PreparedStatement explain = connection.prepareStatement("explain analyze " + sql)) {
			for (Call setting : settings) {
				call(explain, setting.method(), setting.args());
			}
			StringBuilder plan = new StringBuilder(sql).append("\n=>\n");
			ResultSet lines = explain.executeQuery();
			while (lines.next()) {
				plan.append(lines.getString(1)).append('\n');
			}
			this.plans.add(plan.toString());
		}
	}

	private static Object call(Object target, Method method, Object[] args) throws Throwable {
		try {
			return method.invoke(target, args);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private record Call(Method method, Object[] args) {
	}

}
