package health.admit.portal.directory;

import java.time.Clock;

import health.admit.portal.cloud.Backoff;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.Waiter;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;

/**
 * Directories that share the HTTP client and differ in whose tokens they use.
 */
final class GraphDirectories implements Directories {

	private final GraphClients clients;

	private final Cloud cloud;

	private final DelegatedTokens tokens;

	private final Backoff backoff;

	private final Waiter waiter;

	private final Clock clock;

	private final OwnObjects own;

	GraphDirectories(GraphClients clients, Cloud cloud, DelegatedTokens tokens, Backoff backoff, Waiter waiter,
			Clock clock, OwnObjects own) {
		this.clients = clients;
		this.cloud = cloud;
		this.tokens = tokens;
		this.backoff = backoff;
		this.waiter = waiter;
		this.clock = clock;
		this.own = own;
	}

	@Override
	public Directory actingFor(Delegation delegation) {
		Tokens operators = new OperatorsTokens(this.tokens, delegation);
		Reads reads = new Reads(operators, this.backoff, this.waiter, this.clock);
		Writes writes = new Writes(operators, this.clock);
		ApplicationReads applications = new ApplicationReads(this.clients.reads(), reads);
		PrincipalReads principals = new PrincipalReads(this.clients.reads(), reads);
		return new GraphDirectory(applications, principals, new TenantReads(this.clients.reads(), reads, this.clock),
				new ApplicationWrites(this.clients.writes(), writes, this.cloud),
				new PrincipalWrites(this.clients.writes(), writes),
				new OwnRegistrationGuard(this.own, applications, principals));
	}

}
