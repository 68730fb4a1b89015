package health.admit.portal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens in the table {@code sealed_client}. Each is bound to its grant, tenant and
 * operator.
 */
@Repository
class SealedGrants implements Grants {

	private static final Duration EXTEND_EVERY = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Sealer sealer;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.builder().build();

	SealedGrants(JdbcClient jdbc, Sealer sealer, Clock clock) {
		this.jdbc = jdbc;
		this.sealer = sealer;
		this.clock = clock;
	}

	@Override
	public void save(Delegation delegation, GrantTokens tokens, Instant until) {
		try {
			put(delegation, tokens, until);
		}
		catch (DuplicateKeyException ex) {
			// MERGE is not safe against a second one; by now the row is there.
			put(delegation, tokens, until);
		}
	}

	private void put(Delegation delegation, GrantTokens tokens, Instant until) {
		this.jdbc.sql("""
				merge into sealed_client t
				using (values (cast(:grant as uuid), cast(:tenant as uuid), cast(:operator as uuid),
				    cast(:sealed as bytea), cast(:until as timestamp with time zone)))
				    as s(grant_id, tenant, operator, sealed, expires_at)
				on t.grant_id = s.grant_id
				when matched then update set version = t.version + 1, tenant = s.tenant, operator = s.operator,
				    sealed = s.sealed, expires_at = s.expires_at
				when not matched then insert (grant_id, tenant, operator, version, sealed, expires_at)
				    values (s.grant_id, s.tenant, s.operator, 1, s.sealed, s.expires_at)
				""")
			.param("grant", delegation.grant())
			.param("tenant", delegation.tenant())
			.param("operator", delegation.operator())
			.param("sealed", seal(delegation, tokens))
			.param("until", utc(until))
			.update();
	}

	@Override
	public Optional<Stored> find(Delegation delegation) {
		return this.jdbc.sql("""
				select sealed, version from sealed_client
				where grant_id = :grant and tenant = :tenant and operator = :operator and expires_at > :now
				""")
			.param("grant", delegation.grant())
			.param("tenant", delegation.tenant())
			.param("operator", delegation.operator())
			.param("now", utc(this.clock.instant()))
			.query((row, number) -> open(delegation, row.getBytes("sealed"), row.getInt("version")))
			.optional()
			.flatMap((stored) -> stored);
	}

	@Override
	public void replace(Delegation delegation, Stored stored, GrantTokens fresh) {
		this.jdbc.sql("""
				update sealed_client set sealed = :sealed, version = version + 1
				where grant_id = :grant and version = :version
				""")
			.param("sealed", seal(delegation, fresh))
			.param("grant", delegation.grant())
			.param("version", stored.version())
			.update();
	}

	@Override
	public void extend(Delegation delegation, Instant until) {
		this.jdbc.sql("""
				update sealed_client set expires_at = :until
				where grant_id = :grant and expires_at > :now and expires_at < :stale
				""")
			.param("until", utc(until))
			.param("grant", delegation.grant())
			.param("now", utc(this.clock.instant()))
			.param("stale", utc(until.minus(EXTEND_EVERY)))
			.update();
	}

	@Override
	public void end(UUID grant) {
		this.jdbc.sql("delete from sealed_client where grant_id = :grant").param("grant", grant).update();
	}

	@Override
	@Scheduled(fixedDelayString = "PT1M")
	public void purge() {
		this.jdbc.sql("delete from sealed_client where expires_at <= :now")
			.param("now", utc(this.clock.instant()))
			.update();
	}

	private byte[] seal(Delegation delegation, GrantTokens tokens) {
		return this.sealer.seal(this.json.writeValueAsBytes(tokens), context(delegation));
	}

	private Optional<Stored> open(Delegation delegation, byte[] sealed, int version) {
		return this.sealer.open(sealed, context(delegation))
			.map((clear) -> new Stored(this.json.readValue(clear, GrantTokens.class), version));
	}

	private static String context(Delegation delegation) {
		return "grant " + delegation.grant() + " " + delegation.tenant() + " " + delegation.operator();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
