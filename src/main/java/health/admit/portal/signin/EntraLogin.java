package health.admit.portal.signin;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.stereotype.Component;

/**
 * How Spring Security's OpenID Connect login is set up.
 */
@Component
class EntraLogin implements Customizer<OAuth2LoginConfigurer<HttpSecurity>> {

	private final LoginRequests requests;

	private final LoginCookies cookies;

	private final TokenEndpoint endpoint;

	private final GrantRecorder recorder;

	private final SignInOutcome outcome;

	EntraLogin(LoginRequests requests, LoginCookies cookies, TokenEndpoint endpoint, GrantRecorder recorder,
			SignInOutcome outcome) {
		this.requests = requests;
		this.cookies = cookies;
		this.endpoint = endpoint;
		this.recorder = recorder;
		this.outcome = outcome;
	}

	@Override
	public void customize(OAuth2LoginConfigurer<HttpSecurity> login) {
		// Naming a page keeps Spring from making its own, and from sending every error
		// back to Entra.
		login.loginPage("/signin")
			.authorizationEndpoint((endpoint) -> endpoint.authorizationRequestResolver(this.requests)
				.authorizationRequestRepository(this.cookies))
			.tokenEndpoint((endpoint) -> endpoint.accessTokenResponseClient(this.endpoint.codes()))
			.userInfoEndpoint(
					(endpoint) -> endpoint.oidcUserService((request) -> new OperatorUser(request.getIdToken())))
			.authorizedClientRepository(this.recorder)
			.successHandler(this.outcome)
			.failureHandler(this.outcome);
	}

}
