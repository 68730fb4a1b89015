package health.admit.portal.connection;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a test waits for what takes time in the cloud.
 *
 * @param credentialPatience until a new secret or certificate is known everywhere: users
 * measured 4 to 18 seconds
 * @param credentialPause between two tries
 * @param rolePatience until an assigned role has reached the service, which keeps its
 * decisions for up to five minutes
 * @param rolePause between two tries
 */
@ConfigurationProperties("admit.connection")
record ConnectionProperties(@DefaultValue("75s") Duration credentialPatience,
		@DefaultValue("3s") Duration credentialPause, @DefaultValue("6m") Duration rolePatience,
		@DefaultValue("10s") Duration rolePause) {

	Patience patience() {
		return new Patience(this.credentialPatience, this.credentialPause, this.rolePatience, this.rolePause);
	}

}
