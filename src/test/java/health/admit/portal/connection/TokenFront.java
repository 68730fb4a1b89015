package health.admit.portal.connection;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Stands before a server that knows nothing of Entra: lets in who holds a token of the
 * sandbox for the right audience and is on the list, and answers everybody else as the
 * managed services do.
 */
final class TokenFront implements AutoCloseable {

	private final Tomcat tomcat = new Tomcat();

	private final Set<UUID> allowed = ConcurrentHashMap.newKeySet();

	private final URI authority;

	private final String audience;

	private final NimbusJwtDecoder tokens;

	/**
	 * Starts on a free port.
	 * @param sandbox whose tokens are taken
	 * @param path below which the server answers, such as {@code /fhir/contoso-hapi}
	 */
	TokenFront(URI sandbox, UUID tenant, String audience, String path, Servlet server, Path folder)
			throws LifecycleException {
		this.authority = sandbox.resolve("/" + tenant);
		this.audience = audience;
		this.tokens = NimbusJwtDecoder.withJwkSetUri(this.authority + "/discovery/v2.0/keys").build();
		this.tomcat.setBaseDir(folder.toString());
		this.tomcat.setPort(0);
		this.tomcat.getConnector().setProperty("address", "127.0.0.1");
		Context context = this.tomcat.addContext("", folder.toString());
		Tomcat.addServlet(context, "server", server);
		context.addServletMappingDecoded(path + "/*", "server");
		FilterDef filter = new FilterDef();
		filter.setFilterName("tokens");
		filter.setFilter(new Check());
		context.addFilterDef(filter);
		FilterMap everything = new FilterMap();
		everything.setFilterName("tokens");
		everything.addURLPattern("/*");
		context.addFilterMap(everything);
		this.tomcat.start();
	}

	/** Such as {@code http://127.0.0.1:40123}. */
	URI origin() {
		return URI.create("http://127.0.0.1:" + this.tomcat.getConnector().getLocalPort());
	}

	/** Gives somebody a role, as it were. */
	void allow(UUID principal) {
		this.allowed.add(principal);
	}

	@Override
	public void close() throws LifecycleException {
		this.tomcat.stop();
		this.tomcat.destroy();
	}

	private final class Check extends HttpFilter {

		@Override
		protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws IOException, ServletException {
			String path = request.getRequestURI();
			String authorization = request.getHeader("Authorization");
			if (path.endsWith("/metadata") || path.endsWith("/health/check")) {
				chain.doFilter(request, response);
			}
			else if (authorization == null) {
				refuse(response, "");
			}
			else {
				admit(authorization.substring("Bearer ".length()), request, response, chain);
			}
		}

		private void admit(String text, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws IOException, ServletException {
			try {
				Jwt token = TokenFront.this.tokens.decode(text);
				if (!token.getAudience().contains(TokenFront.this.audience)) {
					refuse(response, ", error=\"invalid_token\", error_description=\"The audience is invalid\"");
				}
				else if (!TokenFront.this.allowed.contains(UUID.fromString(token.getClaimAsString("oid")))) {
					response.setStatus(HttpServletResponse.SC_FORBIDDEN);
					response.setContentType("application/fhir+json");
					response.getWriter().write("""
							{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"forbidden",\
							"diagnostics":"Authorization failed."}]}""");
				}
				else {
					chain.doFilter(request, response);
				}
			}
			catch (JwtException ex) {
				refuse(response, ", error=\"invalid_token\", error_description=\"The signature is invalid\"");
			}
		}

		private void refuse(HttpServletResponse response, String more) {
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			response.setHeader("WWW-Authenticate",
					"Bearer authorization_uri=\"%s\", resource_id=\"%s\", realm=\"%2$s\"%s"
						.formatted(TokenFront.this.authority, TokenFront.this.audience, more));
		}

	}

}
