package health.admit.browser;

import health.admit.support.PortalServer;
import health.admit.support.SandboxServer;

/**
 * One sandbox and one portal for all browser tests of a run.
 */
public record Stage(SandboxServer sandbox, PortalServer portal) implements AutoCloseable {

	static Stage open() {
		SandboxServer sandbox = SandboxServer.start("applications=60");
		return new Stage(sandbox, PortalServer.start(sandbox));
	}

	@Override
	public void close() {
		this.portal.close();
		this.sandbox.close();
	}

}
