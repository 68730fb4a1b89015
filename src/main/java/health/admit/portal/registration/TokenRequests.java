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
 * the cloud, secrets from files of whoever runs them. Pure.
 */
final class TokenRequests {

	private static final String DICOM_SCOPE = "https://dicom.healthcareapis.azure.com/.default";

	private static final String FHIR_SCOPE = "$FHIR_URL/.default";

	private TokenRequests() {
	}

	/**
	 * The requests for a service of a kind that is not known yet.
	 * @param api the kind; null for another API, whose scope the admin fills in
	 */
	static List<TokenRequest> of(Cloud cloud, RegisteredClient client, @Nullable HealthApi api) {
		String start = (api == HealthApi.FHIR)
				? "FHIR_URL='https://WORKSPACE-FHIRSERVICE.fhir.azurehealthcareapis.com'\n"
				: ((api == null) ? "API='api://APP-ID-OF-THE-API'\n" : "");
		return of(cloud, client, start, scope(api));
	}

	/**
	 * The requests for one service, made out to the audience it was read with.
	 */
	static List<TokenRequest> of(Cloud cloud, RegisteredClient client, AccessChoice.Service service) {
		return of(cloud, client, "AUDIENCE=" + ShellText.literal(service.audience()) + "\n", "$AUDIENCE/.default");
	}

	private static List<TokenRequest> of(Cloud cloud, RegisteredClient client, String start, String scope) {
		List<TokenRequest> requests = new ArrayList<>();
		ClientProof proof = client.confidential() ? ClientProof.of(cloud, client) : null;
		if (proof != null) {
			requests.add(request("clientCredentials", proof, clientCredentials(cloud, client, start, scope, proof)));
		}
		if (!client.redirectUris().isEmpty()) {
			requests.add(request("code", proof, code(cloud, client, start, scope, proof)));
		}
		if (client.publicClientFlows()) {
			requests.add(request("deviceCode", null, deviceCode(cloud, client, start, scope)));
		}
		return requests;
	}

	private static TokenRequest request(String grant, @Nullable ClientProof proof, String commands) {
		return new TokenRequest("registration.token." + grant, "registration.token." + grant + ".why", proof,
				(proof == null || proof.possible()) ? commands : null);
	}

	private static String clientCredentials(Cloud cloud, RegisteredClient client, String start, String scope,
			ClientProof proof) {
		List<String> fields = new ArrayList<>(List.of(field("grant_type", "client_credentials"),
				field("client_id", client.appId()), filled("scope", scope)));
		fields.addAll(proof.fields());
		return start + proof.settings() + proof.before() + post(cloud.tokenEndpoint().toString(), fields);
	}

	private static String code(Cloud cloud, RegisteredClient client, String start, String scope,
			@Nullable ClientProof proof) {
		String redirect = client.redirectUris().get(0);
		List<String> fields = new ArrayList<>(List.of(field("grant_type", "authorization_code"),
				field("client_id", client.appId()), field("redirect_uri", redirect),
				filled("code_verifier", "$VERIFIER"), filled("code", "$CODE")));
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
		if (proof == null) {
			return start + open + post(cloud.tokenEndpoint() + origin, fields);
		}
		fields.addAll(proof.fields());
		return start + proof.settings() + open + proof.before() + post(cloud.tokenEndpoint() + origin, fields);
	}

	private static String deviceCode(Cloud cloud, RegisteredClient client, String start, String scope) {
		String ask = post(cloud.deviceEndpoint().toString(),
				List.of(field("client_id", client.appId()), filled("scope", scope)));
		String poll = post(cloud.tokenEndpoint().toString(),
				List.of(field("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
						field("client_id", client.appId()), filled("device_code", "$DEVICE_CODE")));
		return start + ask + """

				echo "When the person has signed in, enter the device_code of the answer above:"
				read -r DEVICE_CODE
				""" + poll;
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
