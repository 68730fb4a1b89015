package health.admit.portal.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import javax.net.ssl.SSLException;

import health.admit.portal.cloud.HealthAddress;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Connects to services over HTTP. A name is looked up once for a connection, every
 * address it has must be allowed, and the connection goes to one of exactly these, so
 * that a second look-up with another outcome changes nothing. Proxies, redirects,
 * cookies, compressed bodies and repeating are switched off.
 */
final class PinnedWire implements ServiceWire, AutoCloseable {

	static final int LARGEST_BODY = 64 * 1024;

	/** At one time per node. */
	private static final int CONNECTIONS = 4;

	private final CloseableHttpClient http;

	private final Duration limit;

	private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, (task) -> {
		Thread thread = new Thread(task, "connection-deadlines");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * A wire.
	 * @param names looks names up
	 * @param allowed which addresses may be connected to
	 * @param ports the port where an address names none
	 * @param limit for one request with its answer
	 */
	PinnedWire(Names names, Predicate<InetAddress> allowed, SchemePortResolver ports, Duration limit) {
		this.limit = limit;
		Timeout timeout = Timeout.of(limit);
		PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
			.setDnsResolver(new CheckedNames(names, allowed))
			.setSchemePortResolver(ports)
			.setMaxConnTotal(CONNECTIONS)
			.setMaxConnPerRoute(CONNECTIONS)
			.setDefaultConnectionConfig(
					ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build())
			.build();
		this.http = HttpClients.custom()
			.setConnectionManager(connections)
			.setConnectionReuseStrategy((request, response, context) -> false)
			.setRoutePlanner(new DefaultRoutePlanner(ports))
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(timeout)
				.setResponseTimeout(timeout)
				.setProtocolUpgradeEnabled(false)
				.build())
			.setUserAgent("Admit connection test")
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableContentCompression()
			.build();
		this.deadlines.setRemoveOnCancelPolicy(true);
	}

	@Override
	public WireAnswer send(HealthAddress.Accepted service, ServiceRequest request, @Nullable IssuedToken token) {
		HttpUriRequestBase call = new HttpUriRequestBase(request.method(), URI.create(service.base() + request.path()));
		call.setHeader(HttpHeaders.ACCEPT, request.accept());
		if (request.body() != null) {
			call.setEntity(new StringEntity(request.body(), ContentType.create(Media.FHIR, StandardCharsets.UTF_8)));
		}
		if (token != null) {
			call.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
		}
		AtomicBoolean late = new AtomicBoolean();
		// Limits per read do not stop a service that sends a byte now and then.
		ScheduledFuture<?> deadline = this.deadlines.schedule(() -> {
			late.set(true);
			call.abort();
		}, this.limit.toMillis(), TimeUnit.MILLISECONDS);
		try {
			return answer(this.http.executeOpen(RoutingSupport.determineHost(call), call, null));
		}
		catch (IOException | HttpException | RuntimeException ex) {
			return new WireAnswer.Silent(late.get() ? WireAnswer.Silence.TOO_SLOW : silence(ex));
		}
		finally {
			deadline.cancel(false);
			// Ends the connection at once: closing it politely would read a body to its
			// end.
			call.abort();
		}
	}

	private static WireAnswer answer(ClassicHttpResponse response) throws IOException {
		HttpEntity entity = response.getEntity();
		ContentType type = (entity != null) ? ContentType.parseLenient(entity.getContentType()) : null;
		List<String> challenges = Arrays.stream(response.getHeaders(HttpHeaders.WWW_AUTHENTICATE))
			.map(Header::getValue)
			.filter((value) -> value != null)
			.toList();
		return new WireAnswer.Answered(response.getCode(),
				(type != null && type.getMimeType() != null) ? type.getMimeType() : "", challenges, body(entity));
	}

	private static String body(@Nullable HttpEntity entity) throws IOException {
		if (entity == null) {
			return "";
		}
		InputStream in = entity.getContent();
		return (in != null) ? new String(in.readNBytes(LARGEST_BODY), StandardCharsets.UTF_8) : "";
	}

	private static WireAnswer.Silence silence(Exception failure) {
		if (failure instanceof NotAllowed) {
			return WireAnswer.Silence.NOT_PUBLIC;
		}
		if (failure instanceof UnknownHostException) {
			return WireAnswer.Silence.NAME_UNKNOWN;
		}
		if (failure instanceof SSLException) {
			return WireAnswer.Silence.NOT_TRUSTED;
		}
		return (failure instanceof SocketTimeoutException) ? WireAnswer.Silence.TOO_SLOW
				: WireAnswer.Silence.UNREACHABLE;
	}

	@Override
	public void close() throws IOException {
		this.deadlines.shutdownNow();
		this.http.close();
	}

	/**
	 * Looks a name up.
	 */
	@FunctionalInterface
	interface Names {

		InetAddress[] find(String name) throws UnknownHostException;

	}

	/**
	 * Lets through only names all of whose addresses are allowed: of a mixed answer the
	 * other half could be meant.
	 */
	private record CheckedNames(Names names, Predicate<InetAddress> allowed) implements DnsResolver {

		@Override
		public InetAddress[] resolve(String host) throws UnknownHostException {
			InetAddress[] found = this.names.find(host);
			if (found.length == 0 || !Arrays.stream(found).allMatch(this.allowed)) {
				throw new NotAllowed();
			}
			return found;
		}

		@Override
		public String resolveCanonicalHostname(String host) {
			return host;
		}

	}

	/** A name leads to where the portal does not go. */
	private static final class NotAllowed extends UnknownHostException {

	}

}
