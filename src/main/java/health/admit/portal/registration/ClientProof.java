package health.admit.portal.registration;

import java.util.Base64;
import java.util.List;
import java.util.Objects;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.credentials.SelfSigned;

/**
 * How a confidential client proves in a shell who it is. No secret is in it. Pure.
 *
 * @param text message key of what has to be at hand, or why there is no way
 * @param file name of the key file without its ending; the argument of the text
 * @param possible whether the token endpoint takes the client's credential at all
 * @param settings lines that may have to be edited; they come first
 * @param before what leads up to the request or is piped into it
 * @param fields fields of the request
 */
record ClientProof(String text, String file, boolean possible, String settings, String before, List<String> fields) {

	private static final String ASSERTION_TYPE = "--data-urlencode 'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer'";

	static ClientProof of(Cloud cloud, RegisteredClient client) {
		return switch (client.credential()) {
			case CERTIFICATE -> certificate(cloud, client);
			case FEDERATED -> proof("FEDERATED", "", "", "",
					List.of(ASSERTION_TYPE, "--data-urlencode \"client_assertion=$FEDERATED_TOKEN\""));
			case SECRET -> secret("SECRET");
			case LATER -> secret("LATER");
		};
	}

	/**
	 * Piped from a file, so that the secret is neither in the history nor in the process
	 * list, and without the line break that editors put at the end of a file.
	 */
	private static ClientProof secret(String text) {
		return proof(text, "", "", "tr -d '\\r\\n' < client-secret.txt |\n",
				List.of("--data-urlencode client_secret@-"));
	}

	private static ClientProof certificate(Cloud cloud, RegisteredClient client) {
		byte[] der = Base64.getDecoder().decode(Objects.requireNonNull(client.certificate()));
		if (!Thumbprints.signsForEntra(der)) {
			return new ClientProof("registration.token.proof.ELLIPTIC", "", false, "", "", List.of());
		}
		String file = SelfSigned.fileName(Thumbprints.sha1(der));
		return proof("CERTIFICATE", file, "PEM=" + file + ".pem\n", signing(cloud, client),
				List.of(ASSERTION_TYPE, "--data-urlencode \"client_assertion=$HEAD.$BODY.$SIGN\""));
	}

	/** Signs an assertion with the key beside the certificate. */
	private static String signing(Cloud cloud, RegisteredClient client) {
		return """
				b64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
				THUMB=$(openssl x509 -in "$PEM" -outform der | openssl dgst -sha256 -binary | b64url)
				NOW=$(date +%s)
				HEAD=$(printf '{"alg":"PS256","typ":"JWT","x5t#S256":"%s"}' "$THUMB" | b64url)
				BODY=$(printf '{"aud":"AUDIENCE","iss":"CLIENT","sub":"CLIENT","jti":"%s","nbf":%d,"exp":%d}' "$(openssl rand -hex 16)" "$NOW" "$((NOW+300))" | b64url)
				SIGN=$(printf %s "$HEAD.$BODY" | openssl dgst -sha256 -sign "$PEM" -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32 -binary | b64url)
				"""
			.replace("AUDIENCE", cloud.tokenEndpoint().toString())
			.replace("CLIENT", client.appId());
	}

	private static ClientProof proof(String text, String file, String settings, String before, List<String> fields) {
		return new ClientProof("registration.token.proof." + text, file, true, settings, before, fields);
	}

}
