package health.admit.portal.connection;

/**
 * What the role of a client lets it do, as far as it decides how to find out.
 */
enum Need {

	/** All roles but the converter's read, also those of importer and exporter. */
	READ,

	/** FHIR Data Converter, which must not read. */
	CONVERT;

	/** Key of its name. */
	String text() {
		return "connection.need." + name();
	}

}
