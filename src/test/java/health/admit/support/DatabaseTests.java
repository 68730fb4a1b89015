package health.admit.support;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class DatabaseTests {

	private final Database database;

	DatabaseTests(Database database) {
		this.database = database;
	}

	@Test
	void aFreshDatabaseIsMigratedAndNobodyElses() {
		TestDatabase one = this.database.fresh();
		TestDatabase other = this.database.fresh();
		one.jdbc().sql("create table mine (id integer)").update();
		assertThat(tables(one)).contains("operation", "mine");
		assertThat(tables(other)).contains("operation").doesNotContain("mine");
	}

	private static List<String> tables(TestDatabase database) {
		return database.jdbc().sql("select table_name from information_schema.tables").query(String.class).list();
	}

}
