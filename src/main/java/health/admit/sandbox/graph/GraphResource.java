package health.admit.sandbox.graph;

/**
 * A group of operations.
 */
interface GraphResource {

	void register(Routes routes);

}
