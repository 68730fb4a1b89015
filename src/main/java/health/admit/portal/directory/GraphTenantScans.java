package health.admit.portal.directory;

import java.time.Clock;

import health.admit.portal.cloud.Cloud;
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

	private final Backoff whilePagesLoad;

	private final Backoff inTheBackground;

	private final Waiter waiter;

	private final Clock clock;

	/**
	 * @param whilePagesLoad for what a person waits for
	 * @param inTheBackground for the rest
	 */
	GraphTenantScans(GraphClients clients, Cloud cloud, DelegatedTokens operators, PortalTokens portal,
			Backoff whilePagesLoad, Backoff inTheBackground, Waiter waiter, Clock clock) {
		this.clients = clients;
		this.cloud = cloud;
		this.operators = operators;
		this.portal = portal;
		this.whilePagesLoad = whilePagesLoad;
		this.inTheBackground = inTheBackground;
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
		Reads patient = new Reads(tokens, this.inTheBackground, this.waiter, this.clock);
		Reads hasty = new Reads(tokens, this.whilePagesLoad, this.waiter, this.clock);
		return new GraphTenantScan(requests, patient, new OwnerReads(requests, hasty, this.clock), hasty);
	}

}
