package health.admit.portal.registration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.cloud.HealthApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the commands send, seen from the other end.
 */
class TokenRequestsTests {

	private static final String AWKWARD = "a&b=c+d%25 $HOME`id`'\"\\~é";

	private final List<Map<String, String>> received = new ArrayList<>();

	@TempDir
	Path folder;

	private HttpServer server;

	@BeforeEach
	void listen() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::receive);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "\r\n" })
	void theSecretArrivesAsItIsHoweverTheFileEnds(String end) throws Exception {
		Files.writeString(this.folder.resolve("client-secret.txt"), AWKWARD + end);
		run(request("clientCredentials", CredentialChoice.Kind.SECRET).commands(), "");
		assertThat(this.received).singleElement()
			.satisfies((form) -> assertThat(form).containsEntry("client_secret", AWKWARD)
				.containsEntry("grant_type", "client_credentials")
				.containsEntry("scope", "https://dicom.healthcareapis.azure.com/.default"));
	}

	@Test
	void aCodeIsRedeemedWithTheSecretToo() throws Exception {
		Files.writeString(this.folder.resolve("client-secret.txt"), AWKWARD + "\n");
		run(request("code", CredentialChoice.Kind.SECRET).commands(), "the-code\n");
		assertThat(this.received).singleElement()
			.satisfies((form) -> assertThat(form).containsEntry("client_secret", AWKWARD)
				.containsEntry("code", "the-code")
				.containsKey("code_verifier"));
	}

	@Test
	void aCodeIsRedeemedWithTheTokenOfAnotherProvider() throws Exception {
		run("FEDERATED_TOKEN=foreign\n" + request("code", CredentialChoice.Kind.FEDERATED).commands(), "the-code\n");
		assertThat(this.received).singleElement()
			.satisfies((form) -> assertThat(form).containsEntry("client_assertion", "foreign")
				.containsEntry("code", "the-code"));
	}

	@ParameterizedTest
	@EnumSource(names = { "SECRET", "LATER" })
	void theSecretIsNeverAnArgument(CredentialChoice.Kind kind) {
		assertThat(requests(kind)).extracting(TokenRequest::commands)
			.hasSize(2)
			.allSatisfy(
					(commands) -> assertThat(commands).contains("client_secret@-").doesNotContain("client_secret="));
	}

	private void receive(HttpExchange exchange) throws IOException {
		Map<String, String> form = new HashMap<>();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		for (String field : body.split("&")) {
			String[] parts = field.split("=", 2);
			form.put(decoded(parts[0]), decoded(parts[1]));
		}
		this.received.add(form);
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

	private void run(String commands, String typed) throws IOException, InterruptedException {
		Process shell = new ProcessBuilder("bash", "-euc", commands).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.start();
		shell.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
		shell.getOutputStream().close();
		String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(shell.waitFor()).as(said).isZero();
	}

	private TokenRequest request(String grant, CredentialChoice.Kind kind) {
		return requests(kind).stream()
			.filter((request) -> request.title().equals("registration.token." + grant))
			.findFirst()
			.orElseThrow();
	}

	private List<TokenRequest> requests(CredentialChoice.Kind kind) {
		URI origin = URI.create("http://localhost:" + this.server.getAddress().getPort());
		Cloud cloud = new Cloud(CloudName.SANDBOX, UUID.randomUUID(), origin, origin, origin, origin);
		RegisteredClient client = new RegisteredClient("Viewer", UUID.randomUUID().toString(), "", "", Purpose.DICOM,
				ClientKind.SERVER, true, false, kind, List.of("https://viewer.contoso.com/callback"), false, null, null,
				false, false, AccessChoice.later(), Map.of());
		return TokenRequests.of(cloud, client, HealthApi.DICOM);
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
