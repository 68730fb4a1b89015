package health.admit.sandbox.oidc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;

/**
 * Finds out which client asks, and whether it is that client. Whether proof was needed is
 * the business of each grant.
 */
@Component
class ClientAuthentication {

	private final ClientLookup clients;

	private final SecretCheck secrets;

	private final AssertionCheck assertions;

	ClientAuthentication(ClientLookup clients, SecretCheck secrets, AssertionCheck assertions) {
		this.clients = clients;
		this.secrets = secrets;
		this.assertions = assertions;
	}

	/**
	 * A client and how it proved itself.
	 */
	record Authenticated(Client client, Proof proof) {
	}

	Authenticated authenticate(Form form, @Nullable String authorization) {
		Basic basic = Basic.parse(authorization);
		if (form.has("client_assertion")) {
			return byAssertion(form);
		}
		String clientId = (basic != null) ? basic.user() : form.require("client_id");
		String secret = (basic != null) ? basic.password() : form.get("client_secret");
		Client client = this.clients.find(clientId);
		if (secret == null || secret.isEmpty()) {
			return new Authenticated(client, Proof.NONE);
		}
		this.secrets.check(client, secret);
		return new Authenticated(client, Proof.SECRET);
	}

	private Authenticated byAssertion(Form form) {
		String type = form.require("client_assertion_type");
		if (!AssertionCheck.TYPE.equals(type)) {
			throw ClientRefusals.unknownAssertionType(type);
		}
		Assertion assertion = Assertion.parse(form.require("client_assertion"));
		String clientId = form.get("client_id", (assertion.subject() != null) ? assertion.subject() : "");
		Client client = this.clients.find(clientId);
		this.assertions.check(client, assertion);
		return new Authenticated(client, Proof.CERTIFICATE);
	}

	private record Basic(String user, String password) {

		static @Nullable Basic parse(@Nullable String header) {
			if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
				return null;
			}
			try {
				String text = new String(Base64.getDecoder().decode(header.substring(6).trim()),
						StandardCharsets.UTF_8);
				int colon = text.indexOf(':');
				return (colon < 0) ? null
						: new Basic(decode(text.substring(0, colon)), decode(text.substring(colon + 1)));
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

		private static String decode(String text) {
			try {
				return URLDecoder.decode(text, StandardCharsets.UTF_8);
			}
			catch (IllegalArgumentException ex) {
				return text;
			}
		}

	}

}
