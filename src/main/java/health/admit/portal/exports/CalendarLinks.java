package health.admit.portal.exports;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.signin.Operator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code calendar_link}: one link per person. It is looked up by the hash of
 * its token, so that neither the database nor the time an answer takes tells a token.
 */
@Repository
class CalendarLinks {

	private static final int TOKEN_BYTES = 32;

	/** A visit within this time of the last one changes nothing. */
	private static final Duration RENEWED_LATELY = Duration.ofDays(1);

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final Clock clock;

	CalendarLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Makes a link in place of the one before.
	 * @return its token, which is not to be had again
	 */
	String create(Operator operator) {
		byte[] bytes = new byte[TOKEN_BYTES];
		this.random.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		if (!replace(operator, token) && !insert(operator, token)) {
			replace(operator, token);
		}
		return token;
	}

	void revoke(Operator operator) {
		this.jdbc.sql("delete from calendar_link where tenant = :tenant and owner = :owner")
			.param("tenant", operator.tenant())
			.param("owner", operator.objectId())
			.update();
	}

	/** The link of somebody who is here now, which keeps it alive. */
	Optional<CalendarLink> visit(Operator operator) {
		OffsetDateTime now = now();
		this.jdbc.sql("""
				update calendar_link set renewed_at = :now
				where tenant = :tenant and owner = :owner and renewed_at < :lately and renewed_at > :ended""")
			.param("now", now)
			.param("tenant", operator.tenant())
			.param("owner", operator.objectId())
			.param("lately", now.minus(RENEWED_LATELY))
			.param("ended", now.minus(CalendarLink.LENGTH))
			.update();
		return this.jdbc.sql("""
				select * from calendar_link
				where tenant = :tenant and owner = :owner and renewed_at > :ended""")
			.param("tenant", operator.tenant())
			.param("owner", operator.objectId())
			.param("ended", now.minus(CalendarLink.LENGTH))
			.query(CalendarLinks::link)
			.optional();
	}

	/** The link with this token, unless it was revoked, replaced or forgotten. */
	Optional<CalendarLink> find(String token) {
		return this.jdbc.sql("select * from calendar_link where token_hash = :hash and renewed_at > :ended")
			.param("hash", hash(token))
			.param("ended", now().minus(CalendarLink.LENGTH))
			.query(CalendarLinks::link)
			.optional();
	}

	private boolean replace(Operator operator, String token) {
		return change("""
				update calendar_link set token_hash = :hash, created_at = :now, renewed_at = :now
				where tenant = :tenant and owner = :owner""", operator, token);
	}

	private boolean insert(Operator operator, String token) {
		return change("""
				insert into calendar_link (tenant, owner, token_hash, created_at, renewed_at)
				values (:tenant, :owner, :hash, :now, :now) on conflict do nothing""", operator, token);
	}

	private boolean change(String sql, Operator operator, String token) {
		return this.jdbc.sql(sql)
			.param("tenant", operator.tenant())
			.param("owner", operator.objectId())
			.param("hash", hash(token))
			.param("now", now())
			.update() == 1;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static String hash(String token) {
		return HexFormat.of().formatHex(Hashes.sha256(token.getBytes(StandardCharsets.UTF_8)));
	}

	private static CalendarLink link(ResultSet row, int number) throws SQLException {
		return new CalendarLink(row.getObject("tenant", UUID.class), row.getObject("owner", UUID.class),
				instant(row, "created_at"), instant(row, "renewed_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
