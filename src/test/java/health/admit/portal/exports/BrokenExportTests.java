package health.admit.portal.exports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FakeInventory;
import health.admit.portal.inventory.Sorting;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.PortalRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * A database that goes away in the middle must not leave a file that looks whole.
 */
class BrokenExportTests {

	@ParameterizedTest
	@ValueSource(strings = { "csv", "xlsx" })
	void aFileThatEndsEarlyIsNoFile(String ending) throws Exception {
		try (AnnotationConfigServletWebServerApplicationContext portal = new AnnotationConfigServletWebServerApplicationContext(
				Portal.class)) {
			HttpRequest request = HttpRequest
				.newBuilder(
						URI.create("http://localhost:" + portal.getWebServer().getPort() + "/expiry/export." + ending))
				.build();
			HttpClient client = HttpClient.newHttpClient();
			assertThat(client.send(request, HttpResponse.BodyHandlers.ofInputStream()).statusCode()).isEqualTo(200);
			assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofByteArray()))
				.isInstanceOf(IOException.class);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	@Import({ ExportController.class, ExportRows.class, DispatcherServletAutoConfiguration.class })
	static class Portal {

		@Bean
		TomcatServletWebServerFactory server() {
			return new TomcatServletWebServerFactory(0);
		}

		@Bean
		CurrentOperator operator() {
			CurrentOperator current = mock(CurrentOperator.class);
			given(current.operator())
				.willReturn(new Operator(UUID.randomUUID(), UUID.randomUUID(), "x", "x", Set.of(PortalRole.HELP_DESK)));
			return current;
		}

		@Bean
		Clock clock() {
			return Lists.CLOCK;
		}

		@Bean
		FakeInventory inventory() {
			return new FakeInventory() {
				@Override
				public void each(UUID tenant, CredentialFilter filter, Sorting sorting, Consumer<CredentialRow> row) {
					for (int i = 0; i < 5_000; i++) {
						row.accept(FakeInventory.secret("x", Lists.NOW, Lists.NOW));
					}
					throw new IllegalStateException("The database went away");
				}
			};
		}

	}

}
