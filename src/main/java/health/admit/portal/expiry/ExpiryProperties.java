package health.admit.portal.expiry;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The work of the help desk.
 *
 * @param keepGone how long work and its history are kept after the credential is gone
 */
@ConfigurationProperties("admit.expiry")
record ExpiryProperties(@DefaultValue("400d") Duration keepGone) {
}
