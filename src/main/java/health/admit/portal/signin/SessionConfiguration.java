package health.admit.portal.signin;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Sessions in the database, which every node shares.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	/**
	 * Found by Spring Session under this name.
	 */
	@Bean
	ConversionService springSessionConversionService() {
		SessionCodec codec = new SessionCodec();
		GenericConversionService conversions = new GenericConversionService();
		conversions.addConverter(Object.class, byte[].class, codec::write);
		conversions.addConverter(new Reader(codec));
		return conversions;
	}

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleLimit(SessionLimits limits) {
		return (sessions) -> sessions.setDefaultMaxInactiveInterval(limits.idle());
	}

	/**
	 * Lax, because the way back from Entra is a navigation from another site. The name
	 * differs from the sandbox's: cookies do not tell ports apart.
	 */
	@Bean
	CookieSerializer sessionCookie(PortalAddress address) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(address.cookieName("admit"));
		cookie.setUseSecureCookie(address.isSecure());
		cookie.setUseHttpOnlyCookie(true);
		cookie.setSameSite("Lax");
		cookie.setCookiePath("/");
		return cookie;
	}

	/**
	 * Unlike a plain converter this may say that there is nothing.
	 */
	private record Reader(SessionCodec codec) implements GenericConverter {

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(byte[].class, Object.class));
		}

		@Override
		public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
			return (source instanceof byte[] bytes) ? this.codec.read(bytes) : null;
		}

	}

}
