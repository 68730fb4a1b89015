package health.admit.sandbox.oidc;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things live. The defaults are those of Entra.
 *
 * @param accessTokenMin shortest life of an access token
 * @param accessTokenMax longest life; each token gets a random one in between
 * @param refreshTokenIdle a refresh token ends when it was not used for so long
 * @param session how long a browser stays signed in
 */
@ConfigurationProperties("admit.sandbox.oidc")
record OidcProperties(@DefaultValue("60m") Duration accessTokenMin, @DefaultValue("90m") Duration accessTokenMax,
		@DefaultValue("10m") Duration code, @DefaultValue("90d") Duration refreshTokenIdle,
		@DefaultValue("24h") Duration spaRefreshToken, @DefaultValue("15m") Duration deviceCode,
		@DefaultValue("24h") Duration session) {
}
