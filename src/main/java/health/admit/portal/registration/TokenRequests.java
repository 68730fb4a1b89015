package health.admit.portal.registration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthApi;
import org.jspecify.annotations.Nullable;

/**
 * The token requests that fit a client, as commands to paste. Host and tenant come from
 * the cloud, secrets from the environment of whoever runs them. Pure.
 */
final class TokenRequests {

	private static final String DICOM_SCOPE = "https://dicom.healthcareapis.azure.com/.default";

	private static final String FHIR_SCOPE = "$FHIR_URL/.default";

	private TokenRequests() {
	}

	/**
	 * The requests for one service.
	 * @param api the service; null for another API, whose scope the admin fills in
	 */
	static List<TokenRequest> of(Cloud cloud, RegisteredClient client, @Nullable HealthApi api) {
		List<TokenRequest> requests = new ArrayList<>();
		String scope = scope(api);
		String start = (api == HealthApi.FHIR)
				? "FHIR_URL='https://WORKSPACE-FHIRSERVICE.fhir.azurehealthcareapis.com'\n"
				: ((api == null) ? "API='api://APP-ID-OF-THE-API'\n" : "");
		if (client.confidential()) {
			requests.add(clientCredentials(cloud, client, start, scope));
		}
		if (!client.redirectUris().isEmpty()) {
			requests.add(code(cloud, client, start, scope));
		}
		if (client.publicClientFlows()) {
			requests.add(deviceCode(cloud, client, start, scope));
		}
		return requests;
	}

	private static TokenRequest clientCredentials(Cloud cloud, RegisteredClient client, String start, String scope) {
		String proof = switch (client.credential()) {
			case CERTIFICATE -> assertion();
			case FEDERATED -> federation();
			default -> secret();
		};
		String prepare = (client.credential() == CredentialChoice.Kind.CERTIFICATE) ? signing(cloud, client) : "";
		return new TokenRequest("registration.token.clientCredentials",
				"registration.token.clientCredentials." + client.credential(),
				start + prepare
						+ post(cloud.tokenEndpoint().toString(), List.of(field("grant_type", "client_credentials"),
								field("client_id", client.appId()), filled("scope", scope), proof)));
	}

	private static TokenRequest code(Cloud cloud, RegisteredClient client, String start, String scope) {
		String redirect = client.redirectUris().get(0);
		List<String> fields = new ArrayList<>(List.of(field("grant_type", "authorization_code"),
				field("client_id", client.appId()), field("redirect_uri", redirect),
				filled("code_verifier", "$VERIFIER"), filled("code", "$CODE")));
		if (client.confidential() && client.credential() == CredentialChoice.Kind.SECRET) {
			fields.add(secret());
		}
		if (client.confidential() && client.credential() == CredentialChoice.Kind.CERTIFICATE) {
			fields.add(assertion());
		}
		String origin = client.singlePage() ? " -H " + ShellText.literal("Origin: " + origin(redirect)) : "";
		String open = """
				VERIFIER=$(openssl rand -base64 96 | tr -d '\\n=' | tr '+/' '-_' | cut -c1-96)
				CHALLENGE=$(printf %s "$VERIFIER" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '=')
				echo "Open this address, sign in, and copy the code from the address you are sent to:"
				echo "AUTHORIZE?client_id=CLIENT&response_type=code&redirect_uri=REDIRECT&scope=SCOPE&code_challenge=$CHALLENGE&code_challenge_method=S256"
				read -r CODE
				"""
			.replace("AUTHORIZE", cloud.authorizationEndpoint().toString())
			.replace("CLIENT", client.appId())
			.replace("REDIRECT", encoded(redirect))
			.replace("SCOPE", scope);
		String prepare = (client.confidential() && client.credential() == CredentialChoice.Kind.CERTIFICATE)
				? signing(cloud, client) : "";
		return new TokenRequest("registration.token.code", "registration.token.code.why",
				start + open + prepare + post(cloud.tokenEndpoint() + origin, fields));
	}

	private static TokenRequest deviceCode(Cloud cloud, RegisteredClient client, String start, String scope) {
		String ask = post(cloud.deviceEndpoint().toString(),
				List.of(field("client_id", client.appId()), filled("scope", scope)));
		String poll = post(cloud.tokenEndpoint().toString(),
				List.of(field("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
						field("client_id", client.appId()), filled("device_code", "$DEVICE_CODE")));
		return new TokenRequest("registration.token.deviceCode", "registration.token.deviceCode.why", start + ask
				+ "\nread -r DEVICE_CODE   # the device_code of the answer, once the person has signed in\n" + poll);
	}

	private static String scope(@Nullable HealthApi api) {
		if (api == null) {
			return "$API/.default";
		}
		return switch (api) {
			case FHIR -> FHIR_SCOPE;
			case DICOM -> DICOM_SCOPE;
		};
	}

	/** Signs an assertion with the private key in {@code client-key.pem}. */
	private static String signing(Cloud cloud, RegisteredClient client) {
		return """
				b64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
				THUMB=$(openssl x509 -in client.crt -outform der | openssl dgst -sha256 -binary | b64url)
				NOW=$(date +%s)
				HEAD=$(printf '{"alg":"PS256","typ":"JWT","x5t#S256":"%s"}' "$THUMB" | b64url)
				BODY=$(printf '{"aud":"AUDIENCE","iss":"CLIENT","sub":"CLIENT","jti":"%s","nbf":%d,"exp":%d}' "$(openssl rand -hex 16)" "$NOW" "$((NOW+300))" | b64url)
				SIGN=$(printf %s "$HEAD.$BODY" | openssl dgst -sha256 -sign client-key.pem -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32 -binary | b64url)
				"""
			.replace("AUDIENCE", cloud.tokenEndpoint().toString())
			.replace("CLIENT", client.appId());
	}

	private static String assertion() {
		return "--data-urlencode 'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer' \\\n"
				+ "  --data-urlencode \"client_assertion=$HEAD.$BODY.$SIGN\"";
	}

	private static String federation() {
		return "--data-urlencode 'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer' \\\n"
				+ "  --data-urlencode \"client_assertion=$FEDERATED_TOKEN\"";
	}

	/**
	 * Read from a file, so that the secret is neither in the history nor in the process
	 * list.
	 */
	private static String secret() {
		return "--data-urlencode client_secret@client-secret.txt";
	}

	private static String post(String address, List<String> fields) {
		return "curl -sS " + address + " \\\n  " + String.join(" \\\n  ", fields);
	}

	/** A field whose value stands for itself, whatever it is. */
	private static String field(String name, String value) {
		return "--data-urlencode " + ShellText.literal(name + "=" + value);
	}

	/** A field whose value the shell fills in; never made from what people typed. */
	private static String filled(String name, String expression) {
		return "--data-urlencode \"" + name + "=" + expression + "\"";
	}

	private static String encoded(String uri) {
		return URLEncoder.encode(uri, StandardCharsets.UTF_8);
	}

	private static String origin(String uri) {
		return RedirectUri.of(uri).map((parsed) -> parsed.scheme() + "://" + parsed.authority()).orElse(uri);
	}

}
