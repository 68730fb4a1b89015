package health.admit.portal.inventory;

import javax.sql.DataSource;

import health.admit.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The parts of the index that read.
 */
record ListParts(CredentialLists lists, Tallies tallies, CredentialRows rows, IndexedApplications applications,
		ApplicationLists applicationLists, UnusedCredentials unused) {

	/**
	 * Reads through one connection, as a pool does: a new one takes PostgreSQL longer
	 * than a page.
	 */
	static ListParts of(TestDatabase database) {
		return of(JdbcClient.create(connected(database)));
	}

	static DataSource connected(TestDatabase database) {
		return new SingleConnectionDataSource(database.url(), database.username(), database.password(), true);
	}

	static ListParts of(JdbcClient jdbc) {
		return of(jdbc, CredentialFinder.Reach.USUAL);
	}

	static ListParts of(JdbcClient jdbc, CredentialFinder.Reach reach) {
		TextMatches matches = new TextMatches(jdbc);
		Tallies tallies = new Tallies(jdbc, matches);
		CredentialRows rows = new CredentialRows(jdbc);
		CredentialFinder finder = new CredentialFinder(new ListReading(jdbc), tallies, matches, reach);
		return new ListParts(new CredentialLists(finder, rows), tallies, rows, new IndexedApplications(jdbc),
				new ApplicationLists(jdbc), new UnusedCredentials(jdbc, rows));
	}

}
