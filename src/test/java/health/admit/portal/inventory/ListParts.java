package health.admit.portal.inventory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The parts of the index that read.
 */
record ListParts(CredentialLists lists, Tallies tallies, CredentialRows rows, IndexedApplications applications,
		ApplicationLists applicationLists, UnusedCredentials unused) {

	static ListParts of(JdbcClient jdbc) {
		TextMatches matches = new TextMatches(jdbc);
		Tallies tallies = new Tallies(jdbc, matches);
		CredentialRows rows = new CredentialRows(jdbc);
		return new ListParts(new CredentialLists(new CredentialFinder(jdbc, tallies, matches), rows), tallies, rows,
				new IndexedApplications(jdbc), new ApplicationLists(jdbc), new UnusedCredentials(jdbc, rows));
	}

}
