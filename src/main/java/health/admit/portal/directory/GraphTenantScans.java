package health.admit.portal.directory;

import java.time.Clock;

import health.admit.portal.cloud.Backoff;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.Waiter;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.PortalTokens;

/**
 * Scans that share the HTTP client and differ in whose tokens they use.
 */
final class GraphTenantScans implements TenantScans {

	private final GraphClients clients;

	private final Cloud cloud;

	private final DelegatedTokens operators;

	private final PortalTokens portal;

	private final Backoff backoff;

	private final Waiter waiter;

	private final Clock clock;

	GraphTenantScans(GraphClients clients, Cloud cloud, DelegatedTokens operators, PortalTokens portal, Backoff backoff,
			Waiter waiter, Clock clock) {
		this.clients = clients;
		this.cloud = cloud;
		this.operators = operators;
		this.portal = portal;
		this.backoff = backoff;
		this.waiter = waiter;
		this.clock = clock;
	}

	@Override
	public TenantScan actingFor(Delegation delegation) {
		return with(new OperatorsTokens(this.operators, delegation));
	}

	@Override
	public TenantScan actingAsPortal() {
		return with(new PortalsTokens(this.portal));
	}

	private TenantScan with(Tokens whose) {
		Tokens tokens = new ScanTokens(whose);
		ScanRequests requests = new ScanRequests(this.clients.scans(), this.cloud);
		// Long waits are left to whoever reads on, who can say what is waited for.
		Reads reads = new Reads(tokens, this.backoff, this.waiter, this.clock);
		return new GraphTenantScan(requests, reads, new BatchReads(requests, reads, this.clock));
	}

}
