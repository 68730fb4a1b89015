package health.admit.portal.azure;

import java.net.http.HttpClient;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.DefaultUriBuilderFactory.EncodingMode;

import health.admit.portal.cloud.Cloud;

/**
 * The HTTP client for Azure Resource Manager: no redirects, no repeats, and every answer
 * is read whatever its status.
 */
final class ArmClient {

	private ArmClient() {
	}

	static ArmApi of(Cloud cloud, AzureProperties properties, MeterRegistry meters) {
		DefaultUriBuilderFactory addresses = new DefaultUriBuilderFactory(cloud.resourceManager().toString());
		// Ids stand in a path with their slashes; each is checked when it is made.
		addresses.setEncodingMode(EncodingMode.URI_COMPONENT);
		addresses.setParsePath(false);
		RestClient client = RestClient.builder()
			.uriBuilderFactory(addresses)
			.requestFactory(http(properties))
			.requestInterceptor(new ArmGate(cloud, meters))
			.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
			})
			.build();
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build().createClient(ArmApi.class);
	}

	private static JdkClientHttpRequestFactory http(AzureProperties properties) {
		HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(properties.connectTimeout())
			.build();
		JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory(client);
		http.setReadTimeout(properties.deadline());
		return http;
	}

}
