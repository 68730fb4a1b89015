package health.admit.portal.directory;

import java.time.Clock;

import health.admit.portal.cloud.Cloud;
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

	GraphDirectories(GraphClients clients, Cloud cloud, DelegatedTokens tokens, Backoff backoff, Waiter waiter,
			Clock clock) {
		this.clients = clients;
		this.cloud = cloud;
		this.tokens = tokens;
		this.backoff = backoff;
		this.waiter = waiter;
		this.clock = clock;
	}

	@Override
	public Directory actingFor(Delegation delegation) {
		Tokens own = new Tokens(this.tokens, delegation);
		Reads reads = new Reads(own, this.backoff, this.waiter, this.clock);
		Writes writes = new Writes(own, this.clock);
		return new GraphDirectory(new ApplicationReads(this.clients.reads(), reads),
				new PrincipalReads(this.clients.reads(), reads),
				new TenantReads(this.clients.reads(), reads, this.clock),
				new ApplicationWrites(this.clients.writes(), writes, this.cloud),
				new PrincipalWrites(this.clients.writes(), writes));
	}

}
