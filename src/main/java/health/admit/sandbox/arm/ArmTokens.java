package health.admit.sandbox.arm;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import health.admit.sandbox.oidc.Caller;
import health.admit.sandbox.oidc.TokenReader;
import health.admit.sandbox.oidc.TokenRefused;
import health.admit.sandbox.tenant.Catalogue;
import health.admit.sandbox.tenant.HealthAddresses;
import health.admit.sandbox.tenant.Organisation;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * Finds out who calls Resource Manager.
 */
@Component
class ArmTokens {

	private static final String[] AUDIENCES = { "https://management.core.windows.net/",
			"https://management.core.windows.net", "https://management.azure.com/", "https://management.azure.com",
			Catalogue.RESOURCE_MANAGER.toString() };

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final TokenReader tokens;

	private final HealthAddresses addresses;

	private final Organisation organisation;

	private final Clock clock;

	ArmTokens(TokenReader tokens, HealthAddresses addresses, Organisation organisation, Clock clock) {
		this.tokens = tokens;
		this.addresses = addresses;
		this.organisation = organisation;
		this.clock = clock;
	}

	Caller caller(HttpServletRequest request, String origin) {
		String authority = this.addresses.authority(origin);
		String authorization = request.getHeader("Authorization");
		if (authorization == null) {
			throw refuse(authority, "AuthenticationFailed",
					"Authentication failed. The 'Authorization' header is missing.",
					"The authentication failed because of missing 'Authorization' header.");
		}
		if (!authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
			throw refuse(authority, "AuthenticationFailedInvalidHeader",
					"Authentication failed. The 'Authorization' header is provided in an invalid format.",
					"The authentication failed because of invalid 'Authorization' header.");
		}
		try {
			Caller caller = this.tokens.read(authorization.substring("bearer ".length()).trim(), AUDIENCES);
			request.setAttribute("sandbox.caller", caller);
			return caller;
		}
		catch (TokenRefused ex) {
			throw refused(authority, ex);
		}
	}

	private ArmProblem refused(String authority, TokenRefused refused) {
		return switch (refused.reason()) {
			case AUDIENCE -> refuse(authority, "InvalidAuthenticationTokenAudience",
					"The access token has been obtained for wrong audience or resource '" + refused.detail()
							+ "'. It should exactly match with one of the allowed audiences '" + AUDIENCES[0] + "','"
							+ AUDIENCES[1] + "','" + AUDIENCES[2] + "','" + AUDIENCES[3] + "'.",
					"The access token has been obtained from wrong audience or resource.");
			case EXPIRED -> refuse(authority, "ExpiredAuthenticationToken",
					"The access token expiry UTC time '" + STAMP.format(Instant.parse(refused.detail()))
							+ "' is earlier than current UTC time '" + STAMP.format(this.clock.instant()) + "'.",
					"The access token has expired.");
			case ISSUER -> refuse(authority, "InvalidAuthenticationTokenTenant",
					"The access token is from the wrong issuer '" + refused.detail()
							+ "'. It must match the tenant 'https://sts.windows.net/" + this.organisation.tenantId()
							+ "/' associated with this subscription. Please use the authority (URL) '" + authority
							+ "' to get the token.",
					"The access token is from the wrong issuer.");
			default -> refuse(authority, "InvalidAuthenticationToken", "The access token is invalid.",
					"Could not validate the access token.");
		};
	}

	private static ArmProblem refuse(String authority, String code, String message, String description) {
		return ArmProblem.unauthorized(code, message, "Bearer authorization_uri=\"" + authority
				+ "\", error=\"invalid_token\", error_description=\"" + description + "\"");
	}

}
