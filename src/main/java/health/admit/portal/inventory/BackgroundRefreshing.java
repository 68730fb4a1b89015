package health.admit.portal.inventory;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.directory.CredentialPolicy;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.TenantScan;
import health.admit.portal.directory.TenantScans;
import health.admit.portal.signin.Delegation;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Decides what is due and has it read in the background.
 */
@Component
class BackgroundRefreshing implements Refreshing {

	private static final int NIGHT_BEGINS = 1;

	private static final int NIGHT_ENDS = 5;

	private final IndexAccess access;

	private final TenantScans scans;

	private final Directories directories;

	private final OwnerReading owners;

	private final UseReading use;

	private final Background background;

	private final InventoryProperties properties;

	private final Cloud cloud;

	private final TenantReading reading;

	private final Clock clock;

	BackgroundRefreshing(IndexAccess access, TenantScans scans, Directories directories, OwnerReading owners,
			UseReading use, Background background, RealWaiting waiting, InventoryProperties properties, Cloud cloud,
			ApplicationEventPublisher events, Clock clock) {
		this.access = access;
		this.scans = scans;
		this.directories = directories;
		this.owners = owners;
		this.use = use;
		this.background = background;
		this.properties = properties;
		this.cloud = cloud;
		this.reading = new TenantReading(access, waiting, background, events, clock);
		this.clock = clock;
	}

	@Override
	public void ifDue(Delegation delegation) {
		Instant now = this.clock.instant();
		begin(delegation, (reading) -> Due.of(reading, this.properties, now));
	}

	@Override
	public void now(Delegation delegation) {
		Instant now = this.clock.instant();
		begin(delegation, (reading) -> Due.asked(reading, this.properties, now));
	}

	@Override
	public void everything(Delegation delegation) {
		begin(delegation, Due::everything);
	}

	@Override
	public int ownersOf(Delegation delegation, Collection<UUID> objectIds) {
		return this.owners.read(delegation, objectIds);
	}

	@Override
	public int owners(Delegation delegation, CredentialFilter filter) {
		return this.owners.read(delegation, filter);
	}

	@Override
	public int ownersByName(Delegation delegation) {
		return this.owners.readByName(delegation);
	}

	@Override
	public Optional<Freshness.Trouble> ownersTrouble(Delegation delegation) {
		return this.owners.trouble(delegation);
	}

	@Override
	public void lastUse(Delegation delegation) {
		this.background.start("use", delegation.tenant(),
				() -> this.use.read(delegation.tenant(), this.scans.actingFor(delegation)));
	}

	/** Reads with the portal's own tokens, where that is switched on. */
	@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
	void onSchedule() {
		if (this.properties.appOnly()) {
			Instant now = this.clock.instant();
			int hour = now.atZone(ZoneId.systemDefault()).getHour();
			boolean night = hour >= NIGHT_BEGINS && hour < NIGHT_ENDS;
			begin(this.cloud.tenant(), this.scans::actingAsPortal, CredentialPolicy::unknown, (reading) -> night
					? Due.atNight(reading, this.properties, now) : Due.of(reading, this.properties, now));
		}
	}

	private void begin(Delegation delegation, Function<Reading, Due> due) {
		begin(delegation.tenant(), () -> this.scans.actingFor(delegation),
				() -> this.directories.actingFor(delegation).credentialPolicy(), due);
	}

	private void begin(UUID tenant, Supplier<TenantScan> scan, Supplier<CredentialPolicy> policy,
			Function<Reading, Due> due) {
		boolean wanted = !this.background.isUnderWay("reading", tenant)
				&& this.access.freshnesses().readings(tenant).stream().map(due).anyMatch((one) -> one != Due.NOTHING)
				&& !this.access.holds().isHeld(tenant);
		if (wanted) {
			this.background.start("reading", tenant, () -> this.reading.run(tenant, scan.get(), policy, due));
		}
	}

}
