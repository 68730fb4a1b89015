// Needs com.azure:azure-identity (1.12 or later) on the class path:
//   java -cp "lib/*" probe.java
// Ends with 0 when every service answered, with 1 when one did not, and with 2 when something is missing.

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.<<type>>;

class Probe {

    static final String NAME = <<name>>;

    static final String AUTHORITY = <<authority>>;

    static final String TENANT_ID = <<tenant>>;

    static final String CLIENT_ID = <<app-id>>;

    static TokenCredential credential() {
<<credential>>
    }

    static boolean ask(TokenCredential credential, String address, String accept, String scope) throws Exception {
        String token = credential.getTokenSync(new TokenRequestContext().addScopes(scope)).getToken();
        HttpResponse<String> answer = HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Accept", accept)
                .build(), HttpResponse.BodyHandlers.ofString());
        System.err.println(address + " answered with " + answer.statusCode());
        answer.headers().firstValue("WWW-Authenticate").ifPresent(System.err::println);
        return answer.statusCode() == 200 || answer.statusCode() == 204;
    }

    static String environment(String name) {
        String value = System.getenv(name);
        if (value == null || value.isEmpty()) {
            System.err.println("Set the environment variable " + name + ".");
            System.exit(2);
        }
        return value;
    }

    public static void main(String[] arguments) throws Exception {
        TokenCredential credential = credential();
        boolean works = true;
<<services>>
        System.exit(works ? 0 : 1);
    }

}
