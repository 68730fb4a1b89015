package health.admit.portal.directory;

/**
 * Graph accepted an exchange and refused a request inside it.
 */
final class InnerRefusal extends RuntimeException {

	private final transient GraphError error;

	InnerRefusal(GraphError error) {
		super(error.code());
		this.error = error;
	}

	GraphError error() {
		return this.error;
	}

}
