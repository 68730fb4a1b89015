package health.admit.portal.signin;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

import health.admit.portal.cloud.Cloud;

/**
 * The portal's own registration as Spring Security's client needs it. Built without
 * asking the cloud, so that the portal starts while the cloud is away.
 */
final class EntraRegistration {

	static final String ID = "entra";

	/**
	 * Asked of everybody who signs in.
	 */
	static final Set<String> SIGN_IN_SCOPES = Set.of("openid", "profile", DelegatedScope.OFFLINE_ACCESS.value(),
			DelegatedScope.USER_READ.value(), DelegatedScope.APPLICATION_READ.value());

	private EntraRegistration() {
	}

	static ClientRegistration of(Cloud cloud, UUID clientId, String clientSecret, boolean certificate,
			PortalAddress address) {
		String tenant = cloud.login() + "/" + cloud.tenant();
		return ClientRegistration.withRegistrationId(ID)
			.clientName("Microsoft Entra")
			.clientId(clientId.toString())
			.clientSecret(clientSecret)
			.clientAuthenticationMethod(certificate ? ClientAuthenticationMethod.PRIVATE_KEY_JWT
					: ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(address.redirectUri())
			.scope(SIGN_IN_SCOPES)
			.authorizationUri(cloud.authorizationEndpoint().toString())
			.tokenUri(cloud.tokenEndpoint().toString())
			.jwkSetUri(tenant + "/discovery/v2.0/keys")
			.issuerUri(tenant + "/v2.0")
			.userNameAttributeName("oid")
			.providerConfigurationMetadata(Map.of("end_session_endpoint", tenant + "/oauth2/v2.0/logout"))
			.build();
	}

}
