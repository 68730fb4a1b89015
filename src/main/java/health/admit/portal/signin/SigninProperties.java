package health.admit.portal.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in to the portal, and how the portal proves to Entra that it is the
 * portal.
 *
 * @param clientId client id of the portal's own registration
 * @param clientSecret its secret; leave it out when a certificate is given
 * @param certificate its certificate with private key: a PEM file with both, or a PKCS#12
 * file
 * @param certificatePassword password of the PKCS#12 file or of the PEM key
 * @param publicUrl the address people type, without a path: {@code https} unless it is
 * this machine. The redirect URI of the registration is this with
 * {@code /login/oauth2/code/entra}, and {@code /signed-out} is where signing out ends.
 * @param trustedHosts further host names requests may be addressed to, such as the one a
 * health check inside the container uses
 * @param idle how long a session may rest
 * @param absolute how long a session may last at all
 * @param key key that seals tokens at rest: 32 bytes in base64. Every node needs the
 * same.
 * @param keyFile file with that key, when {@code key} is not given. In the sandbox it is
 * made on the first start.
 */
@ConfigurationProperties("admit.signin")
record SigninProperties(@Nullable UUID clientId, @Nullable String clientSecret, @Nullable Path certificate,
		@DefaultValue("") String certificatePassword, @Nullable URI publicUrl, @DefaultValue( {
				"localhost", "127.0.0.1" }) Set<String> trustedHosts,
		@DefaultValue("15m") Duration idle, @DefaultValue("8h") Duration absolute, @Nullable String key,
		@DefaultValue("./data/sealing.key") Path keyFile){

	@Override
	public String toString() {
		return "SigninProperties[clientId=" + this.clientId + ", publicUrl=" + this.publicUrl + "]";
	}

}
