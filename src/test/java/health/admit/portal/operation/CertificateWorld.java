package health.admit.portal.operation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import health.admit.portal.cloud.Answer;
import health.admit.portal.credentials.SampleCertificateSteps;
import health.admit.portal.directory.CertificateKey;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.Delegation;
import health.admit.sandbox.oidc.SandboxTokens;
import health.admit.sandbox.tenant.AdjustableClock;
import health.admit.sandbox.tenant.Organisation;
import health.admit.support.DirectGraph;
import health.admit.support.OutsideCertificates;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox cloud with one application whose certificates several people change, through
 * the portal's own gateway and over the wire.
 */
final class CertificateWorld implements AutoCloseable {

	private static final String CLIENT = "7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815";

	final SandboxServer sandbox = SandboxServer.start("applications=3", "dicom=false", "key-credential-requests=0");

	final SandboxControls controls = new SandboxControls(this.sandbox);

	final UUID application = UUID.fromString(new DirectGraph(this.sandbox).application("appId", CLIENT));

	final OutsideCertificates certificates = new OutsideCertificates(this.sandbox, this.application);

	final SharedTime time = new SharedTime(Instant.now().truncatedTo(ChronoUnit.SECONDS));

	private final SandboxTokens tokens = new SandboxTokens(this.sandbox);

	private final AdjustableClock clock = this.sandbox.bean(AdjustableClock.class);

	private final PortalServer portal = PortalServer.startWith(DelegatedTokens.class, new Lasting(),
			this.sandbox.baseUrl(), "admit.directory.read-tries=1");

	CertificateWorld() {
		this.portal.bean(Runner.class).stop();
	}

	Delegation person(String name) {
		return new Delegation(UUID.randomUUID(), Organisation.CONTOSO_HEALTH.tenantId(),
				this.tokens.person(name).objectId());
	}

	/** The portal's gateway, in this world's time. */
	Directory directory(Delegation delegation) {
		this.clock.offset(Duration.between(Instant.now(), this.time.instant()));
		return this.portal.bean(Directories.class).actingFor(delegation);
	}

	/** The portal's own handlers, writing through a gateway of the given kind. */
	List<StepHandler> handlers(World world, Careless careless, UnaryOperator<Directory> gateway) {
		LastWrites lastWrites = switch (careless) {
			case ABOUT_THE_LAST_WRITE -> new Forgetful(world, this.time);
			case ABOUT_WHOSE_TURN_IT_IS -> new Unasked(world, this.time);
			default -> new LastWrites(world.jdbc, world.transactions, this.time);
		};
		return SampleCertificateSteps.handlers((delegation) -> gateway.apply(directory(delegation)), lastWrites);
	}

	/**
	 * A gateway that shows what somebody saw before instead of reading it again, until
	 * something is written.
	 */
	static Directory readingOnce(Directory real, AtomicReference<@Nullable List<CertificateKey>> seen) {
		return instead(real, (method, arguments) -> {
			List<CertificateKey> kept = seen.get();
			if (method.equals("replaceCertificates")) {
				seen.set(null);
			}
			return method.equals("certificateKeys") ? kept : null;
		});
	}

	/** A gateway with somebody who is a little quicker than each write. */
	static Directory overtaken(Directory real, Runnable outsider) {
		return instead(real, (method, arguments) -> {
			if (method.equals("replaceCertificates")) {
				outsider.run();
			}
			return null;
		});
	}

	private static Directory instead(Directory real, BiFunction<String, Object[], @Nullable Object> before) {
		return (Directory) Proxy.newProxyInstance(Directory.class.getClassLoader(), new Class<?>[] { Directory.class },
				(proxy, method, arguments) -> {
					Object result = before.apply(method.getName(), arguments);
					try {
						return (result != null) ? result : method.invoke(real, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	@Override
	public void close() {
		this.portal.close();
		this.sandbox.close();
	}

	/**
	 * What a handler can do without, as long as nothing goes wrong.
	 */
	enum Careless {

		ABOUT_NOTHING, ABOUT_THE_LAST_WRITE, ABOUT_READING_AGAIN, ABOUT_WHOSE_TURN_IT_IS

	}

	private static class Forgetful extends LastWrites {

		Forgetful(World world, Clock clock) {
			super(world.jdbc, world.transactions, clock);
		}

		@Override
		public boolean areShown(StepCall call, String fingerprint) {
			return true;
		}

	}

	private static final class Unasked extends Forgetful {

		Unasked(World world, Clock clock) {
			super(world, clock);
		}

		@Override
		public <T> Answer<T> send(StepCall call, String leaves, Supplier<Answer<T>> write) {
			return write.get();
		}

	}

	private final class Lasting implements DelegatedTokens {

		private final String graph = CertificateWorld.this.tokens.lasting("https://graph.microsoft.com", "Amara",
				Arrays.stream(DelegatedScope.values()).map(DelegatedScope::value).collect(Collectors.joining(" ")));

		@Override
		public String graph(Delegation delegation, Set<DelegatedScope> scopes) {
			return this.graph;
		}

		@Override
		public String resourceManager(Delegation delegation) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void forget(Delegation delegation) {
			// The sandbox only plays that it refuses a token.
		}

	}

}
