package health.admit.portal.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.admit.portal.directory.TenantScan;
import health.admit.portal.directory.UsePage;
import health.admit.portal.inventory.Freshness.Trouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads when credentials were last used. Many tenants have no licence for the report:
 * that says nothing about the rest of the index.
 */
@Component
class UseReading {

	private static final Logger logger = LoggerFactory.getLogger(UseReading.class);

	private final JdbcTemplate jdbc;

	private final Holds holds;

	private final Index index;

	private final LastUseReports reports;

	private final Clock clock;

	UseReading(JdbcTemplate jdbc, Holds holds, Index index, LastUseReports reports, Clock clock) {
		this.jdbc = jdbc;
		this.holds = holds;
		this.index = index;
		this.reports = reports;
		this.clock = clock;
	}

	void read(UUID tenant, TenantScan scan) {
		Trouble trouble = null;
		try {
			String link = null;
			do {
				UsePage page = scan.credentialUse(link);
				store(tenant, page.uses());
				link = page.next();
			}
			while (link != null);
		}
		catch (HoldLost | Waiting.Stopping ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			trouble = Troubles.of(ex, this.clock.instant());
			logger.warn("Last use of credentials of tenant {} cannot be read: {}", tenant, ex.getMessage());
		}
		remember(tenant, trouble);
	}

	private void remember(UUID tenant, @Nullable Trouble trouble) {
		this.holds.locked(tenant, () -> {
			this.reports.save(tenant, this.clock.instant(), trouble);
			return tenant;
		});
	}

	private void store(UUID tenant, List<UsePage.Use> uses) {
		this.holds.locked(tenant, () -> {
			Map<CredentialKey, Instant> moments = new HashMap<>();
			uses.forEach((use) -> {
				Instant used = use.lastUsed();
				if (used != null) {
					holders(tenant, use).forEach((id) -> moments.merge(new CredentialKey(id, use.keyId()), used,
							(first, second) -> first.isAfter(second) ? first : second));
				}
			});
			this.index.used(tenant, moments);
			return tenant;
		});
	}

	/** An application's service principal may hold the credential as well. */
	private List<UUID> holders(UUID tenant, UsePage.Use use) {
		UUID objectId = use.appObjectId();
		List<UUID> byAppId = this.jdbc.queryForList(
				"select object_id from inventory_object where tenant = ? and app_id = ?", UUID.class, tenant,
				use.appId());
		return (objectId == null || byAppId.contains(objectId)) ? byAppId : List.of(objectId);
	}

}
