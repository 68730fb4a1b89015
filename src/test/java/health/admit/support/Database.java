package health.admit.support;

/**
 * The database engines the portal runs on. Persistence is tested on each; see
 * {@link OnEachDatabase}.
 */
public enum Database {

	H2 {
		@Override
		public TestDatabase fresh() {
			return H2Databases.fresh();
		}
	},

	POSTGRESQL {
		@Override
		public TestDatabase fresh() {
			return PostgresDatabases.fresh();
		}
	};

	/**
	 * A new, migrated database of this kind that nobody else uses. Where the engine
	 * cannot start the test is skipped, or fails when {@code CI=true}.
	 */
	public abstract TestDatabase fresh();

	/**
	 * A new, migrated database in PostgreSQL that compares texts as people of one
	 * language do, not byte by byte.
	 */
	public static TestDatabase inEnglish() {
		return PostgresDatabases.inEnglish();
	}

}
